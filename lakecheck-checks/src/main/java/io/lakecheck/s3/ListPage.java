// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.value.Display;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A page of a listing whose content has been verified. Without verification, a listing of a different bucket would be
 * counted, and an empty body or a proxy's HTML page would be treated as a page without objects. Totals would then be
 * wrong without any error.
 *
 * @param objects the objects on the page, with keys relative to the query's root
 * @param folders the names of the subfolders on the page; empty unless {@link ListingDepth#TOP} was requested
 * @param token the continuation token for the next page; empty on the last page
 * @param last the last key or folder of the listing so far
 * @param answer the times of the response
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ListPage(
        List<LakeObject> objects, List<String> folders, Optional<String> token, byte[] last, Lake.Answer answer) {

    /** Returns an empty page that starts a listing. The keys of the next page must come after {@code after}. */
    static ListPage before(String after) {
        return new ListPage(
                List.of(),
                List.of(),
                Optional.empty(),
                after.getBytes(StandardCharsets.UTF_8),
                Lake.Answer.at(Instant.EPOCH));
    }

    /**
     * Verifies the body of the page after this one, and returns that page.
     *
     * @throws PageException if the body is not a valid continuation of this listing
     */
    ListPage next(ListQuery query, PageBody body, Lake.Answer answered) throws PageException {
        checkSubject(query, body);
        Optional<String> next = nextToken(body);
        byte[] prefix = query.prefix();
        int rootLength = query.rootLength();
        KeySequence keys = new KeySequence(prefix, last);
        List<LakeObject> listed = new ArrayList<>(body.objects().size());
        boolean isEncoded = body.isEncoded();
        for (ListedObject object : body.objects()) {
            byte[] key = isEncoded ? UrlEncoding.decode(object.key()) : object.key();
            keys.next(key);
            checkDepth(query.depth().showsObject(key, prefix.length), key);
            byte[] belowRoot = Arrays.copyOfRange(key, rootLength, key.length);
            listed.add(LakeObject.utf8(belowRoot, object.bytes(), object.modified(), object.etag()));
        }
        KeySequence prefixes = new KeySequence(prefix, last);
        List<String> names = new ArrayList<>(body.folders().size());
        for (byte[] folder : sortedFolders(body)) {
            prefixes.next(folder);
            checkDepth(query.depth().showsFolder(folder, prefix.length), folder);
            names.add(new String(folder, prefix.length, folder.length - 1 - prefix.length, StandardCharsets.UTF_8));
        }
        return new ListPage(listed, names, next, keys.lastWith(prefixes), answered);
    }

    private static void checkSubject(ListQuery query, PageBody body) throws PageException {
        Optional<String> bucket = body.property("Name");
        if (bucket.isEmpty() || body.property("IsTruncated").isEmpty()) {
            throw new PageException("is not a list of objects");
        }
        if (!query.mayName(bucket.get())) {
            throw new PageException("lists a different bucket: " + Display.visible(bucket.get()));
        }
        byte[] prefix = body.decode(body.property("Prefix").orElse("").getBytes(StandardCharsets.UTF_8));
        if (!Arrays.equals(prefix, query.prefix())) {
            throw new PageException("lists a different folder: " + KeySequence.visible(prefix));
        }
        int listed = body.objects().size() + body.folders().size();
        Optional<String> count = body.property("KeyCount");
        if (count.isPresent() && !count.get().equals(Integer.toString(listed))) {
            throw new PageException("reports "
                    + (count.get().equals("1") ? "1 key" : Display.visible(count.get()) + " keys") + " but contains "
                    + listed);
        }
    }

    private Optional<String> nextToken(PageBody body) throws PageException {
        String truncated = body.property("IsTruncated").orElse("");
        if (truncated.equals("false")) {
            return Optional.empty();
        }
        if (!truncated.equals("true")) {
            throw new PageException("has an invalid value for IsTruncated: " + Display.visible(truncated));
        }
        Optional<String> next = body.property("NextContinuationToken").filter(text -> !text.isEmpty());
        if (next.isEmpty()) {
            throw new PageException("is truncated but has no continuation token");
        }
        if (next.equals(token)) {
            throw new PageException("has a continuation token that was already used");
        }
        return next;
    }

    /** Rejects a page that ignores the requested delimiter, because folders or objects would be missing from it. */
    private static void checkDepth(boolean isExpected, byte[] key) throws PageException {
        if (!isExpected) {
            throw new PageException("ignores the requested delimiter: it contains " + KeySequence.visible(key));
        }
    }

    /** Sorts the folders of a page, because LocalStack orders them by their encoded names. */
    private static List<byte[]> sortedFolders(PageBody body) throws PageException {
        List<byte[]> folders = new ArrayList<>(body.folders().size());
        for (byte[] folder : body.folders()) {
            folders.add(body.decode(folder));
        }
        folders.sort(Arrays::compareUnsigned);
        return folders;
    }
}
