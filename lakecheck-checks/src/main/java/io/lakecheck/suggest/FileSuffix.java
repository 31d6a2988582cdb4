// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.LakeObject;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The end of the name of a file that accompanies another file, such as {@code .done} or {@code .sha256}. */
final class FileSuffix {

    private static final Pattern COMPANION = Pattern.compile(
            "(?i).*[._-](?:done|ok|success|_success|complete|completed|finished|ready|flag|ctl|trg|md5|sha1|sha256|sha512|crc|checksum|sig|asc)");

    private FileSuffix() {}

    /** Returns whether a file contains no data of its own. */
    static boolean isCompanion(String name, LakeObject object) {
        return object.bytes() == 0 || COMPANION.matcher(name).matches();
    }

    /** Returns what is added to the names of files in the names of their companions. */
    static List<String> of(Collection<String> companions, Collection<String> files) {
        return companions.stream()
                .flatMap(name -> files.stream().filter(name::startsWith).map(file -> name.substring(file.length())))
                .distinct()
                .toList();
    }
}
