// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.value.Display;
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
 * Part of a listing, checked: the SDK reads an empty body, a proxy's HTML page or another bucket's list as "no
 * objects", and a total made of that would be wrong without a word.
 *
 * @param objects what is on it, by whole keys
 * @param folders names of the folders whose objects are not told one by one, see {@link ListingDepth#TOP}
 * @param token by which the next page is asked for; empty on the last one
 * @param last the last key or folder seen so far
 * @param answer when it came
 */
record ListPage(
        List<LakeObject> objects, List<String> folders, Optional<String> token, String last, Lake.Answer answer) {

    /** What an access point is called that stands for a bucket of another name. */
    private static final List<String> ALIASES = List.of("-s3alias", "--op-s3", "--ol-s3");

    /** Before the first page: keys come after {@code after}. */
    static ListPage before(String after) {
        return new ListPage(
                List.of(), List.of(), Optional.empty(), after, new Lake.Answer(Optional.empty(), Instant.EPOCH));
    }

    /** The page behind this one, if the answer can be believed. */
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
            throw new PageException("is no list of objects (is a proxy or another web server in between?)");
        }
        if (!response.name().equals(folder.bucket()) && ALIASES.stream().noneMatch(folder.bucket()::endsWith)) {
            throw new PageException("lists another bucket: " + Display.visible(response.name()));
        }
        if (!orEmpty(response.prefix()).equals(folder.prefix())) {
            throw new PageException("lists another folder: " + Display.visible(orEmpty(response.prefix())));
        }
        int listed = response.contents().size() + response.commonPrefixes().size();
        if (response.keyCount() != null && response.keyCount() != listed) {
            throw new PageException(
                    "says that it lists " + Display.count(response.keyCount(), "key") + " but lists " + listed);
        }
    }

    private void checkToken(ListObjectsV2Response response) throws PageException {
        if (!response.isTruncated()) {
            return;
        }
        if (orEmpty(response.nextContinuationToken()).isEmpty()) {
            throw new PageException("says that there is more but not how to ask for it");
        }
        if (token.filter(response.nextContinuationToken()::equals).isPresent()) {
            throw new PageException("leads back to itself");
        }
    }

    /** A server that passes over how deep it is to look would hide folders, or objects. */
    private static void checkDepth(boolean isAsked, String key) throws PageException {
        if (!isAsked) {
            throw new PageException("does not look as deep as it was asked to: " + Display.visible(key));
        }
    }

    /** In key order: of one page LocalStack tells them in the order of their encoded form. */
    private static List<String> prefixes(ListObjectsV2Response response) {
        return response.commonPrefixes().stream()
                .map(common -> orEmpty(common.prefix()))
                .sorted(KeySequence::compare)
                .toList();
    }

    private static LakeObject object(S3Object content) throws PageException {
        if (content.key() == null || content.size() == null || content.size() < 0 || content.lastModified() == null) {
            throw new PageException(
                    "lists an object without its key, size or time: " + Display.visible(orEmpty(content.key())));
        }
        return new LakeObject(content.key(), content.size(), content.lastModified(), orEmpty(content.eTag()));
    }

    private static Optional<Instant> date(ListObjectsV2Response response) {
        try {
            return response.sdkHttpResponse()
                    .firstMatchingHeader("Date")
                    .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException unreadable) {
            // A store whose clock can't be read is one that doesn't tell the time.
            return Optional.empty();
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
