// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The words of {@code complete}, for {@link CheckedLake}. */
public final class SaidComplete extends Said<SaidComplete> {

    SaidComplete() {
        super(SaidComplete.class);
    }

    public SaidComplete last(String value) {
        return say("last", value);
    }

    public SaidComplete strays(String value) {
        return say("strays", value);
    }

    public SaidComplete severity(String value) {
        return say("severity", value);
    }
}
