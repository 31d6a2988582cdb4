// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import io.lakecheck.Dataset;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.MemberFolder;
import io.lakecheck.value.Display;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders of a dataset in S3.
 *
 * @param data the keys of the dataset's objects
 * @param marker the keys of the markers, which may be in other folders or in another bucket; empty if the dataset has
 *     no markers
 * @param members the key prefix of the folder in which the names of members are found; empty if all names are known
 */
record S3Folders(S3Keys data, Optional<S3Keys> marker, Optional<String> members) {

    /** @throws IllegalArgumentException if the dataset or its markers are not in S3 */
    static S3Folders of(Dataset dataset) {
        S3Keys data = keys(dataset, dataset.location(), "");
        Optional<S3Keys> marker = dataset.markers()
                .map(markers -> keys(dataset, markers.location(), "the marker of "))
                .or(() -> dataset.marker().map(data::in));
        return new S3Folders(
                data,
                marker,
                dataset.location()
                        .memberFolder()
                        .map(MemberFolder::parent)
                        .map(parent -> parent.substring(
                                S3Keys.SCHEME.length() + data.bucket().length() + 1)));
    }

    private static S3Keys keys(Dataset dataset, Location location, String role) {
        String root = location.root();
        if (!root.startsWith(S3Keys.SCHEME)) {
            throw new IllegalArgumentException(role + "dataset '" + Display.visible(dataset.name())
                    + "' is not in S3 but in " + Display.visible(root)
                    + ", which a Lambda function can't read. Set its location to an S3 URL"
                    + " such as s3://refined/kpi/dt={date}/, or remove it from the suite.");
        }
        // In the root of an open dataset, an asterisk stands for the names of members.
        int member = dataset.isOpen() ? root.indexOf('*') : -1;
        return S3Keys.of(location.toString(), member < 0 ? root : root.substring(0, member));
    }

    /** Returns the keys that must be listed. */
    Stream<S3Keys> listed() {
        return Stream.concat(Stream.of(data), marker.stream());
    }

    /**
     * Returns the keys of the objects that complete a partition: its marker or, if the dataset has none, any of its
     * objects.
     */
    S3Keys completing() {
        boolean isFolder = data.names().isEmpty() || data.names().endsWith("/");
        return marker.orElseGet(() -> isFolder ? data.in("*") : data);
    }
}
