// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

/** The owner of all buckets and objects, as shown in some responses. */
final class Owner {

    private Owner() {}

    static void appendTo(XmlDocument document) {
        document.text("ID", "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a")
                .text("DisplayName", "lakecheck");
    }
}
