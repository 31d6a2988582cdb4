// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

/** An element of a listed object whose text is used. */
enum ObjectField {
    KEY("Key"),
    LAST_MODIFIED("LastModified"),
    ETAG("ETag"),
    SIZE("Size");

    @SuppressWarnings("ImmutableEnumChecker") // Never changed.
    private final byte[] element;

    ObjectField(String element) {
        this.element = PageBody.ascii(element);
    }

    /** Returns the name of the element in ASCII. */
    byte[] element() {
        return element;
    }
}
