// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

class AlarmPropertiesTest {

    @Test
    void shows_the_one_of_five_topics_that_changed() {
        String difference = difference(topics("data-team"), topics("night-shift"));

        assertThat(difference)
                .matches("alarmActions ….+:data-team, arn:.+… -> ….+:night-shift, arn:.+…")
                .hasSizeLessThan(300);
    }

    @Test
    void shows_an_added_topic() {
        List<String> four = topics("data-team").subList(0, 4);

        assertThat(difference(four, topics("data-team")))
                .startsWith("alarmActions …")
                .contains(" arn:aws:sns:eu-west-1:123456789012:4-");
    }

    @Test
    void shows_short_properties_whole() {
        assertThat(difference(List.of(), List.of("arn:a"))).isEqualTo("alarmActions [] -> [arn:a]");
    }

    private static List<String> topics(String third) {
        return IntStream.range(0, 5)
                .mapToObj(i -> "arn:aws:sns:eu-west-1:123456789012:" + i + "-" + "t".repeat(60) + ":"
                        + (i == 2 ? third : "everybody"))
                .toList();
    }

    private static String difference(List<String> before, List<String> after) {
        List<String> differences = AlarmProperties.differences(
                MetricAlarm.builder().alarmActions(before).build(),
                PutMetricAlarmRequest.builder().alarmActions(after).build());
        assertThat(differences).hasSize(1);
        return differences.get(0);
    }
}
