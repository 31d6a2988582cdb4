// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.List;

/**
 * The markup of an object on a page, that is, everything except the values of its fields. Values of other elements, for
 * example of the storage class, count as markup.
 *
 * @param values the fields in the order in which the server sends them
 * @param end what follows the last field, up to the end of the object
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ObjectMarkup(List<Value> values, byte[] end) {

    /**
     * A field whose value is not part of the markup.
     *
     * @param before the markup between the previous value, or the start of the object, and this value
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Value(byte[] before, ObjectField field) {}
}
