// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/** From which outcome on a shell signals trouble. */
public enum FailOn {
    /** Broken limits, and what could not be looked at. */
    FAIL,
    /** Warnings too. */
    WARN,
    /** No outcome at all: for those who only want to be told. */
    NEVER
}
