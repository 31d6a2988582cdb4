// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether to report stray folders. Normal ones would be reported each day, but are no reason to miss mistakes.
 *
 * @param others the folders next to the expected ones that are probably no mistakes, safe to print
 * @param future the newest folders if each run writes those of the next periods, safe to print
 * @param hasMistakes whether there are also folders that are probably mistakes
 * @param periods the word for several periods, such as {@code days}
 */
record StrayRule(List<String> others, List<String> future, boolean hasMistakes, String periods) {

    /**
     * Returns the rule for datasets with the same layout.
     *
     * @param skipped the folders next to the dated ones that belong to entries that are not suggested, safe to print
     */
    static StrayRule of(List<DatasetHistory> histories, List<String> skipped) {
        return new StrayRule(
                Stream.concat(
                                histories.stream()
                                        .flatMap(history -> history.found().strays().others().stream())
                                        .map(Display::visible),
                                skipped.stream())
                        .distinct()
                        .toList(),
                histories.stream()
                        .flatMap(history -> history.future().stream())
                        .distinct()
                        .toList(),
                histories.stream()
                        .anyMatch(
                                history -> !history.found().strays().mistakes().isEmpty()),
                Display.plural(histories.get(0).period().toString()));
    }

    boolean isSkip() {
        return !hasMistakes && !areNoneNormal();
    }

    /** Returns sentences with the reason, each after a space; empty if all stray folders are reported anyway. */
    String evidence() {
        if (areNoneNormal()) {
            return "";
        }
        if (hasMistakes) {
            return " Stray folders are reported, because some seem to be mistakes. When those are gone, set strays: skip,"
                    + " because these seem to be normal: "
                    + YamlWriter.list(
                            Stream.concat(others.stream(), future.stream().map(newest -> "folders up to " + newest))
                                    .toList())
                    + ".";
        }
        return ofOthers() + ofFuture();
    }

    private boolean areNoneNormal() {
        return others.isEmpty() && future.isEmpty();
    }

    private String ofOthers() {
        return others.isEmpty()
                ? ""
                : " Stray folders are not reported, because some folders next to the expected ones seem to be normal: "
                        + YamlWriter.list(others) + "."
                        + (future.isEmpty()
                                ? " To report others, add a dataset for each of these, and remove strays: skip."
                                : "");
    }

    private String ofFuture() {
        return future.isEmpty()
                ? ""
                : " Data of all " + periods + " up to " + YamlWriter.list(future) + " exists in advance, as that of"
                        + " forecasts does, so strays: skip keeps it from being reported.";
    }
}
