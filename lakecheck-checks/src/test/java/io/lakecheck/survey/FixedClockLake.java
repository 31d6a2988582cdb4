// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import java.time.Instant;
import java.util.Optional;

/**
 * A lake decorator whose responses contain a fixed time, for tests that check past days.
 *
 * @param lake the lake with the objects
 * @param moment the time of all responses, on both the lake's clock and this machine's clock
 */
public record FixedClockLake(Lake lake, Instant moment) implements Lake {

    @Override
    public void list(KeyRange range, Visitor visitor) {
        lake.list(range, new Visitor() {

            @Override
            public boolean onObject(LakeObject object) {
                return visitor.onObject(object);
            }

            @Override
            public void onAnswer(Answer answer) {
                visitor.onAnswer(new Answer(Optional.of(moment), moment));
            }
        });
    }
}
