// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.Lake;
import io.lakecheck.LakeObject;
import io.lakecheck.Text;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Part of a listing, checked: the SDK reads an empty body, a proxy's HTML page or another bucket's list as "no objects", and a total
 * made of that would be wrong without a word.
 *
 * @param objects what is on it, by whole keys
 * @param token by which the next page is asked for; empty on the last one
 * @param last the last key seen so far
 * @param answer when it came
 */
record Page(List<LakeObject> objects, Optional<String> token, String last, Lake.Answer answer) {

    /** What an access point is called that stands for a bucket of another name. */
    private static final List<String> ALIASES = List.of("-s3alias", "--op-s3", "--ol-s3");

    /** Before the first page: keys come after {@code after}. */
    static Page before(String after) {
        return new Page(List.of(), Optional.empty(), after, new Lake.Answer(Optional.empty(), Instant.EPOCH));
    }

    /** The page behind this one, if the answer can be believed. */
    Page next(Folder folder, ListObjectsV2Response response, Instant now) throws PageFault {
        checkSubject(folder, response);
        checkToken(response);
        List<LakeObject> next = new ArrayList<>(response.contents().size());
        String previous = last;
        for (S3Object content : response.contents()) {
            LakeObject object = object(content);
            checkKey(folder, previous, object.key());
            previous = object.key();
            next.add(object);
        }
        return new Page(
                next,
                Optional.ofNullable(response.nextContinuationToken()).filter(more -> response.isTruncated()),
                previous,
                new Lake.Answer(date(response), now));
    }

    private static void checkSubject(Folder folder, ListObjectsV2Response response) throws PageFault {
        if (response.name() == null || response.isTruncated() == null) {
            throw new PageFault("is no list of objects (is a proxy or another web server in between?)");
        }
        if (!response.name().equals(folder.bucket()) && ALIASES.stream().noneMatch(folder.bucket()::endsWith)) {
            throw new PageFault("lists another bucket: " + Text.visible(response.name()));
        }
        if (!orEmpty(response.prefix()).equals(folder.prefix())) {
            throw new PageFault("lists another folder: " + Text.visible(orEmpty(response.prefix())));
        }
        if (response.keyCount() != null
                && response.keyCount() != response.contents().size()) {
            throw new PageFault("says that it lists " + Text.count(response.keyCount(), "key") + " but lists "
                    + response.contents().size());
        }
    }

    private void checkToken(ListObjectsV2Response response) throws PageFault {
        if (!response.isTruncated()) {
            return;
        }
        if (orEmpty(response.nextContinuationToken()).isEmpty()) {
            throw new PageFault("says that there is more but not how to ask for it");
        }
        if (token.filter(response.nextContinuationToken()::equals).isPresent()) {
            throw new PageFault("leads back to itself");
        }
    }

    private static LakeObject object(S3Object content) throws PageFault {
        if (content.key() == null || content.size() == null || content.size() < 0 || content.lastModified() == null) {
            throw new PageFault(
                    "lists an object without its key, size or time: " + Text.visible(orEmpty(content.key())));
        }
        return new LakeObject(content.key(), content.size(), content.lastModified(), orEmpty(content.eTag()));
    }

    private static void checkKey(Folder folder, String previous, String key) throws PageFault {
        if (!key.startsWith(folder.prefix())) {
            throw new PageFault("lists a key of another folder: " + Text.visible(key));
        }
        boolean first = previous.isEmpty();
        if (!first && Arrays.compareUnsigned(utf8(previous), utf8(key)) >= 0) {
            throw new PageFault("lists " + Text.visible(key) + " behind " + Text.visible(previous)
                    + ": keys are in no order or there twice");
        }
    }

    private static byte[] utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
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
