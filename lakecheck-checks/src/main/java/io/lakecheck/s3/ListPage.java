// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.value.Display;
import io.lakecheck.value.Utf8Order;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A page of a listing whose content has been verified. The SDK alone would accept another bucket's listing, and would
 * treat an empty body or a proxy's HTML page as a page without objects, so totals would silently be wrong.
 *
 * @param objects the objects on the page, with their full keys
 * @param folders the names of the subfolders on the page; empty unless {@link ListingDepth#TOP} was requested
 * @param token the continuation token for the next page; empty on the last page
 * @param last the last key or folder of the listing so far
 * @param answer the times of the response
 */
record ListPage(
        List<LakeObject> objects, List<String> folders, Optional<String> token, String last, Lake.Answer answer) {

    /** Suffixes of access point aliases: their listings name the underlying bucket. */
    private static final List<String> ALIASES = List.of("-s3alias", "--op-s3", "--ol-s3");

    /** Returns an empty page that starts a listing. The keys of the next page must come after {@code after}. */
    static ListPage before(String after) {
        return new ListPage(
                List.of(), List.of(), Optional.empty(), after, new Lake.Answer(Optional.empty(), Instant.EPOCH));
    }

    /**
     * Returns the page after this one.
     *
     * @throws PageException if the response is not a valid continuation of this listing
     */
    ListPage next(S3Location folder, ListingDepth depth, ListObjectsV2Response response, Instant now)
            throws PageException {
        checkSubject(folder, response);
        checkToken(response);
        KeySequence keys = new KeySequence(folder, last);
        List<LakeObject> objects = new ArrayList<>(response.contents().size());
        for (S3Object content : response.contents()) {
            LakeObject object = object(content);
            checkDepth(depth.showsObject(keys.next(object.key())), object.key());
            objects.add(object);
        }
        KeySequence prefixes = new KeySequence(folder, last);
        List<String> folders = new ArrayList<>(response.commonPrefixes().size());
        for (String prefix : prefixes(response)) {
            String name = prefixes.next(prefix);
            checkDepth(depth.showsFolder(name), prefix);
            folders.add(name.substring(0, name.length() - 1));
        }
        return new ListPage(
                objects,
                folders,
                Optional.ofNullable(response.nextContinuationToken()).filter(more -> response.isTruncated()),
                keys.lastWith(prefixes),
                new Lake.Answer(date(response), now));
    }

    private static void checkSubject(S3Location folder, ListObjectsV2Response response) throws PageException {
        if (response.name() == null || response.isTruncated() == null) {
            throw new PageException("is not a list of objects");
        }
        if (!response.name().equals(folder.bucket()) && ALIASES.stream().noneMatch(folder.bucket()::endsWith)) {
            throw new PageException("lists another bucket: " + Display.visible(response.name()));
        }
        if (!orEmpty(response.prefix()).equals(folder.prefix())) {
            throw new PageException("lists another folder: " + Display.visible(orEmpty(response.prefix())));
        }
        int listed = response.contents().size() + response.commonPrefixes().size();
        if (response.keyCount() != null && response.keyCount() != listed) {
            throw new PageException("reports " + Display.count(response.keyCount(), "key") + " but contains " + listed);
        }
    }

    private void checkToken(ListObjectsV2Response response) throws PageException {
        if (!response.isTruncated()) {
            return;
        }
        if (orEmpty(response.nextContinuationToken()).isEmpty()) {
            throw new PageException("is truncated but has no continuation token");
        }
        if (token.filter(response.nextContinuationToken()::equals).isPresent()) {
            throw new PageException("has a continuation token that was already used");
        }
    }

    /** Rejects a page that ignores the requested delimiter, because folders or objects would be missing from it. */
    private static void checkDepth(boolean isExpected, String key) throws PageException {
        if (!isExpected) {
            throw new PageException("ignores the requested delimiter: it contains " + Display.visible(key));
        }
    }

    /** Sorts the folders of a page, because LocalStack orders them by their encoded names. */
    private static List<String> prefixes(ListObjectsV2Response response) {
        return response.commonPrefixes().stream()
                .map(common -> orEmpty(common.prefix()))
                .sorted(Utf8Order.BYTES)
                .toList();
    }

    private static LakeObject object(S3Object content) throws PageException {
        if (content.key() == null || content.size() == null || content.size() < 0 || content.lastModified() == null) {
            throw new PageException(
                    "contains an object without a key, size or time: " + Display.visible(orEmpty(content.key())));
        }
        return new LakeObject(content.key(), content.size(), content.lastModified(), orEmpty(content.eTag()));
    }

    private static Optional<Instant> date(ListObjectsV2Response response) {
        try {
            return response.sdkHttpResponse()
                    .firstMatchingHeader("Date")
                    .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException invalid) {
            // An invalid date is treated like a missing one: the server's time is unknown.
            return Optional.empty();
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
