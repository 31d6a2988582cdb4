// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.List;
import java.util.stream.Stream;

/** The date patterns of the naming schemes that a search recognizes. */
final class KnownPatterns {

    /**
     * The schemes, as one date pattern for each name; braces are written only around several patterns in a name.
     * If several match about equally many paths, the one with the most names is used, and if several have equally many,
     * the first. Because of this order, patterns with leading zeros take precedence over patterns without, months over
     * weeks, and quarters, before which there must be a Q, over months.
     */
    static final List<List<String>> ALL = Stream.of(
                    "date",
                    "date HH",
                    "date H",
                    "date HHmm",
                    "yyyy-M-d",
                    "yyyy-M-d HH",
                    "yyyy-M-d H",
                    "yyyyMMdd",
                    "yyyyMMdd HH",
                    "yyyyMMdd H",
                    "yyyyMMdd HHmm",
                    "yyyyMMddHH",
                    "yyyyMMdd-HH",
                    "yyyyMMdd_HH",
                    "yyyyMMdd'T'HH",
                    "{date}-{HH}",
                    "yyyy-MM-dd_HH",
                    "yyyy-MM-dd'T'HH",
                    "yyyy_MM_dd",
                    "yyyy_MM_dd HH",
                    "yyyy.MM.dd",
                    "yyyy_MM_dd_HH",
                    "{yyyyMM}01-{yyyyMM+1M}01",
                    "{yyyyMM}01_{yyyyMM+1M}01",
                    "{yyyy-MM}-01_{yyyy-MM+1M}-01",
                    "{yyyyMMdd}-{yyyyMMdd+1d}",
                    "{yyyyMMdd}_{yyyyMMdd+1d}",
                    "{date}_{date+1d}",
                    "yyyy MM dd",
                    "yyyy M d",
                    "yyyy MMM dd",
                    "yyyy MM dd HH",
                    "yyyy M d H",
                    "yyyy MM dd HHmm",
                    "yyyy MMdd",
                    "yyyy MM-dd",
                    "yyyy MMdd HH",
                    "yyyy MM date",
                    "yyyy MM date HH",
                    "yyyy MM yyyyMMdd",
                    "yyyy MM yyyyMMdd HH",
                    "yyyy date",
                    "yyyy date HH",
                    "yyyy yyyyMMdd",
                    "yyyy yyyyMMdd HH",
                    "{yyyy}-Q{Q}",
                    "{yyyy}_Q{Q}",
                    "{yyyy}Q{Q}",
                    "yyyy Q",
                    "yyyy-MM",
                    "yyyy-MM dd",
                    "yyyy-MM dd HH",
                    "yyyy-MM date",
                    "yyyyMM",
                    "yyyyMM dd",
                    "yyyyMM dd HH",
                    "yyyyMM yyyyMMdd",
                    "yyyy_MM",
                    "yyyy MM",
                    "yyyy M",
                    "yyyy MMM",
                    "yyyy yyyy-MM",
                    "yyyy yyyyMM",
                    "YYYY-'W'ww",
                    "YYYY'W'ww",
                    "YYYY_'W'ww",
                    "YYYY 'W'ww",
                    "YYYY ww",
                    "YYYY w",
                    "YYYYww",
                    "YYYY-ww",
                    "yyyy",
                    "yyMMdd",
                    "ddMMyy",
                    "dd-MM-yyyy",
                    "dd.MM.yyyy",
                    "dd_MM_yyyy")
            .map(patterns -> List.of(patterns.split(" ")))
            .toList();

    private KnownPatterns() {}
}
