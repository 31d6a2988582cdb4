// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A fault of {@link StubS3}, which replaces the correct response to a request. */
interface Fault {

    StubResponse on(ListRequest request, StubResponse right);

    static Fault always(UnaryOperator<StubResponse> wrong) {
        return (request, right) -> wrong.apply(right);
    }

    /** Returns this fault, limited to the requests that match a condition. */
    default Fault onlyFor(Predicate<ListRequest> requests) {
        return (request, right) -> requests.test(request) ? on(request, right) : right;
    }

    /** Returns this fault, limited to the first {@code count} requests. */
    default Fault times(int count) {
        AtomicInteger left = new AtomicInteger(count);
        return (request, right) -> left.getAndDecrement() > 0 ? on(request, right) : right;
    }

    default Fault onFolder(String folder) {
        return onlyFor(request -> request.prefix().startsWith(folder + "/"));
    }

    /** Returns this fault, limited to one of the pages of each folder, counted from 0. */
    default Fault onPage(int page) {
        return onlyFor(request -> request.pageOfFolder() == page);
    }
}
