// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One page of a listing of multipart uploads.
 *
 * @param uploads the uploads, in listing order
 * @param commonPrefixes the common prefixes, in listing order
 * @param nextKey the key or common prefix after which the next page starts, or an empty string if this is the last page
 * @param nextId the ID of the upload after which the next page starts
 */
record UploadPage(
        List<MultipartUpload> uploads, Set<String> commonPrefixes, Optional<String> nextKey, Optional<String> nextId) {

    static UploadPage of(List<MultipartUpload> all, ListingQuery query) {
        List<MultipartUpload> uploads = new ArrayList<>();
        Set<String> prefixes = new LinkedHashSet<>();
        Optional<String> lastKey = Optional.empty();
        Optional<String> lastId = Optional.empty();
        for (MultipartUpload upload : all) {
            Optional<String> prefix = query.commonPrefix(upload.key());
            boolean isIncluded = upload.key().startsWith(query.prefix())
                    && prefix.filter(each ->
                                    prefixes.contains(each) || query.after().startsWith(each))
                            .isEmpty();
            if (isIncluded) {
                if (uploads.size() + prefixes.size() == query.max()) {
                    return new UploadPage(uploads, prefixes, lastKey, lastId);
                }
                if (prefix.isPresent()) {
                    prefixes.add(prefix.get());
                } else {
                    uploads.add(upload);
                }
                lastKey = Optional.of(prefix.orElse(upload.key()));
                lastId = prefix.isPresent() ? Optional.empty() : Optional.of(upload.id());
            }
        }
        return new UploadPage(uploads, prefixes, Optional.empty(), Optional.empty());
    }

    void appendTo(XmlDocument document, UnaryOperator<String> encoding) {
        for (MultipartUpload upload : uploads) {
            document.element("Upload", each -> {
                each.text("Key", encoding.apply(upload.key()))
                        .text("UploadId", upload.id())
                        .text("Initiated", HttpDate.document(upload.initiated()))
                        .text("StorageClass", upload.attributes().storageClass())
                        .element("Initiator", Owner::appendTo)
                        .element("Owner", Owner::appendTo);
                upload.checksums().appendTo(each);
            });
        }
        commonPrefixes.forEach(
                prefix -> document.element("CommonPrefixes", each -> each.text("Prefix", encoding.apply(prefix))));
    }
}
