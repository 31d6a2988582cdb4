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
 * Tests that alarms go off, return to OK and run their actions. The alarms' period is ten seconds instead of fifteen
 * minutes.
 */
@NeedsLocalStack
class AlarmActionsOnLocalStackTest {

    private static final Duration PERIOD = Duration.ofSeconds(10);

    /** The maximum time to wait for a message in a queue, in seconds. */
    private static final int LONG_POLL = 20;

    private final String name = "lake-" + UUID.randomUUID();
    private final LocalStackServer server;
    private final CloudWatchClient cloudWatch;
    private final SnsClient sns;
    private final SqsClient sqs;
    private final String topic;
    private final String queue;
    private final LocalStackRun run;

    AlarmActionsOnLocalStackTest(LocalStackServer server) {
        this.server = server;
        this.cloudWatch = CloudWatchAccess.open(server.connection(), CloudWatchAccess.FOR_ALARMS);
        this.sns = at(server.endpoint(), SnsClient.builder()).build();
        this.sqs = at(server.endpoint(), SqsClient.builder()).build();
        this.topic = sns.createTopic(create -> create.name(name)).topicArn();
        this.queue = sqs.createQueue(create -> create.queueName(name)).queueUrl();
        sns.subscribe(subscribe -> subscribe.topicArn(topic).protocol("sqs").endpoint(arn(queue)));
        LocalStackRun base = LocalStackRun.at(server.connection());
        this.run = new LocalStackRun(
                base.connection(), base.namespace(), new Alarms(name, List.of(topic), List.of(topic)), base.now());
    }

    @AfterEach
    void clear() {
        cloudWatch.deleteAlarms(delete -> delete.alarmNames(
                cloudWatch.describeAlarms(request -> request.alarmNamePrefix(name)).metricAlarms().stream()
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
    void a_small_day_alerts_and_a_good_day_ends_the_alarm() {
        Dataset dataset = Kpi.daily(Kpi.SIZE);
        try (CloudWatchAlarms alarms = new CloudWatchAlarms(
                Kpi.suite(run.metrics(), dataset),
                run.metrics(),
                PERIOD,
                CloudWatchAccess.open(server.connection(), CloudWatchAccess.FOR_ALARMS))) {
            alarms.apply(alarms.compare(), false);
        }

        Message bad = awaitMessage("size-below", "ALARM", () -> publish(dataset, 187_200));

        assertThat(bad.body()).contains("kpi-daily", "195 kB", "s3://refined/kpi/dt={date}/");
        assertThat(state("size-below")).isEqualTo(StateValue.ALARM);

        awaitMessage("size-below", "OK", () -> publish(dataset, 370_000));

        assertThat(state("size-below")).isEqualTo(StateValue.OK);
    }

    /** Publishes metrics at the current time, because alarms do not evaluate any other time. */
    private void publish(Dataset dataset, long bytes) {
        LocalStackRun now = new LocalStackRun(
                run.connection(),
                run.namespace(),
                run.alarms(),
                Clock.systemUTC().instant());
        assertThat(now.publish(now.put(new MemoryLake(), "s3://refined/kpi/", bytes), dataset))
                .extracting(notice -> notice.text())
                .containsExactly("5 metrics published to " + run.namespace());
    }

    /**
     * Waits for the topic's message about an alarm's change to a state. The run is repeated, because on a slow machine
     * its data may be too old when the alarm evaluates it.
     */
    private Message awaitMessage(String alarm, String state, Runnable repeat) {
        while (true) {
            repeat.run();
            List<Message> received = sqs.receiveMessage(receive ->
                            receive.queueUrl(queue).waitTimeSeconds(LONG_POLL).maxNumberOfMessages(10))
                    .messages();
            for (Message message : received) {
                sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
                if (message.body().contains(alarm(alarm)) && message.body().contains(newState(state))) {
                    return message;
                }
            }
        }
    }

    /** Returns a state as it appears in the message. The message contains CloudWatch's JSON as an escaped string. */
    private static String newState(String state) {
        return "\\\"NewStateValue\\\": \\\"" + state + "\\\"";
    }

    private StateValue state(String what) {
        return cloudWatch
                .describeAlarms(request -> request.alarmNames(alarm(what)))
                .metricAlarms()
                .get(0)
                .stateValue();
    }

    private String alarm(String what) {
        return name + "-kpi-daily-" + what;
    }

    private String arn(String queueUrl) {
        return Objects.requireNonNull(sqs.getQueueAttributes(
                        request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN));
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(URI endpoint, B builder) {
        return builder.endpointOverride(endpoint).region(Region.of(LocalStackServer.REGION));
    }
}
