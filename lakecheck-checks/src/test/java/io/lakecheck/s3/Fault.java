// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Something that goes wrong at {@link StubS3}: turns the right answer into another. */
interface Fault {

    Reply on(Ask ask, Reply right);

    static Fault always(UnaryOperator<Reply> wrong) {
        return (ask, right) -> wrong.apply(right);
    }

    /** Only where it is asked for this. */
    default Fault where(Predicate<Ask> these) {
        return (ask, right) -> these.test(ask) ? on(ask, right) : right;
    }

    /** Only the first so many times. */
    default Fault times(int count) {
        AtomicInteger left = new AtomicInteger(count);
        return (ask, right) -> left.getAndDecrement() > 0 ? on(ask, right) : right;
    }

    default Fault onFolder(String folder) {
        return where(ask -> ask.prefix().startsWith(folder + "/"));
    }

    default Fault onPage(int page) {
        return where(ask -> ask.page() == page);
    }
}
