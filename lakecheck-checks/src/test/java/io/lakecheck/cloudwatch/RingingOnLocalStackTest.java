// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.delivery.Alarms;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.s3.LocalStackServer;
import io.lakecheck.s3.NeedsLocalStack;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Whether alarms ring, and stop ringing, and who hears of it. They look at ten seconds instead of a quarter of an hour.
 */
@NeedsLocalStack
class RingingOnLocalStackTest {

    private static final Duration PERIOD = Duration.ofSeconds(10);

    /** The longest that a queue lets one wait for a message. */
    private static final int LONG_POLL = 20;

    private final String name = "lake-" + UUID.randomUUID();
    private final LocalStackServer server;
    private final CloudWatchClient cloudWatch;
    private final SnsClient sns;
    private final SqsClient sqs;
    private final String topic;
    private final String queue;
    private final OnLocalStack setting;

    RingingOnLocalStackTest(LocalStackServer server) {
        this.server = server;
        this.cloudWatch = CloudWatch.open(server.connection(), CloudWatch.Patience.FOR_ALARMS);
        this.sns = at(server.endpoint(), SnsClient.builder()).build();
        this.sqs = at(server.endpoint(), SqsClient.builder()).build();
        this.topic = sns.createTopic(create -> create.name(name)).topicArn();
        this.queue = sqs.createQueue(create -> create.queueName(name)).queueUrl();
        sns.subscribe(subscribe -> subscribe.topicArn(topic).protocol("sqs").endpoint(arn(queue)));
        OnLocalStack run = OnLocalStack.at(server.connection());
        this.setting = new OnLocalStack(
                run.connection(), run.namespace(), new Alarms(name, List.of(topic), List.of(topic)), run.now());
    }

    @AfterEach
    void clear() {
        cloudWatch.deleteAlarms(delete ->
                delete.alarmNames(cloudWatch.describeAlarms(ask -> ask.alarmNamePrefix(name)).metricAlarms().stream()
                        .map(MetricAlarm::alarmName)
                        .toList()));
        sns.deleteTopic(delete -> delete.topicArn(topic));
        sqs.deleteQueue(delete -> delete.queueUrl(queue));
        cloudWatch.close();
        sns.close();
        sqs.close();
    }

    @Test
    @Timeout(300)
    void a_day_too_small_rings_and_a_good_day_stops_it_and_the_topic_hears_of_both() {
        Dataset dataset = Kpi.daily(Kpi.SIZE);
        try (CloudWatchAlarms alarms = new CloudWatchAlarms(
                Kpi.suite(setting.metrics(), dataset),
                setting.metrics(),
                PERIOD,
                CloudWatch.open(server.connection(), CloudWatch.Patience.FOR_ALARMS))) {
            alarms.apply(alarms.compare(), false);
        }

        Message bad = told("size-below", "ALARM", () -> publish(dataset, 187_200));

        assertThat(bad.body()).contains("kpi-daily has less than 195 kB (s3://refined/kpi/dt={date}/)");
        assertThat(state("size-below")).isEqualTo(StateValue.ALARM);

        told("size-below", "OK", () -> publish(dataset, 370_000));

        assertThat(state("size-below")).isEqualTo(StateValue.OK);
    }

    /** A run of this very moment: alarms look at no other. */
    private void publish(Dataset dataset, long bytes) {
        OnLocalStack now = new OnLocalStack(
                setting.connection(),
                setting.namespace(),
                setting.alarms(),
                Clock.systemUTC().instant());
        assertThat(now.publish(now.put(new MemoryLake(), "s3://refined/kpi/", bytes), dataset))
                .extracting(notice -> notice.text())
                .containsExactly("5 metrics published to " + setting.namespace());
    }

    /**
     * Waits for the topic's word that an alarm came into a state. On a slow machine a run may be too old before it is
     * looked at.
     */
    private Message told(String alarm, String state, Runnable run) {
        while (true) {
            run.run();
            List<Message> heard = sqs.receiveMessage(receive ->
                            receive.queueUrl(queue).waitTimeSeconds(LONG_POLL).maxNumberOfMessages(10))
                    .messages();
            for (Message message : heard) {
                sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
                if (message.body().contains(alarm(alarm)) && message.body().contains(newState(state))) {
                    return message;
                }
            }
        }
    }

    /** As it stands in a notice, which holds CloudWatch's JSON as a text. */
    private static String newState(String state) {
        return "\\\"NewStateValue\\\": \\\"" + state + "\\\"";
    }

    private StateValue state(String what) {
        return cloudWatch
                .describeAlarms(ask -> ask.alarmNames(alarm(what)))
                .metricAlarms()
                .get(0)
                .stateValue();
    }

    private String alarm(String what) {
        return name + "-kpi-daily-" + what;
    }

    private String arn(String queueUrl) {
        return Objects.requireNonNull(
                sqs.getQueueAttributes(ask -> ask.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN));
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(URI endpoint, B builder) {
        return builder.endpointOverride(endpoint).region(Region.of(LocalStackServer.REGION));
    }
}
