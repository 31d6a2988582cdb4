// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Notification;
import io.lakecheck.delivery.Notification.Occasion;
import io.lakecheck.s3.LocalStackServer;
import io.lakecheck.s3.NeedsLocalStack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@NeedsLocalStack
class SnsTest {

    private static final StaticCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    @Test
    void a_subscribed_queue_receives_what_the_docs_show(LocalStackServer server) throws IOException {
        try (SnsClient sns = SnsClient.builder()
                        .endpointOverride(server.endpoint())
                        .region(Region.of(LocalStackServer.REGION))
                        .credentialsProvider(ANYBODY)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
                SqsClient sqs = SqsClient.builder()
                        .endpointOverride(server.endpoint())
                        .region(Region.of(LocalStackServer.REGION))
                        .credentialsProvider(ANYBODY)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            String topic = sns.createTopic(request -> request.name("data-team")).topicArn();
            String queue =
                    sqs.createQueue(request -> request.queueName("data-team")).queueUrl();
            String arn = sqs.getQueueAttributes(
                            request -> request.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes()
                    .get(QueueAttributeName.QUEUE_ARN);
            sns.subscribe(request -> request.topicArn(topic)
                    .protocol("sqs")
                    .endpoint(arn)
                    .attributes(Map.of("FilterPolicy", "{\"outcome\": [\"FAILED\"]}")));

            List<Notice> notices = report(topic, server.endpoint(), Duration.ofSeconds(30));

            assertThat(notices).containsExactly(new Notice(Notice.Level.INFO, "notified SNS (" + topic + ")"));
            List<Message> received = sqs.receiveMessage(
                            request -> request.queueUrl(queue).waitTimeSeconds(10))
                    .messages();
            String shown = Files.readString(Path.of("../docs/notify.md"))
                    .replaceAll("(?s).*```text\n(.*?)\n```.*", "$1")
                    .replace("\n", "\\n");
            assertThat(received)
                    .singleElement()
                    .extracting(Message::body)
                    .asString()
                    .satisfies(body -> {
                        assertThat(body).contains("\"Subject\": \"lakecheck.yml: 1 failed, 1 warned, 1 passed\"");
                        assertThat(body).contains("\"Message\": \"" + shown + "\"");
                    });
        }
    }

    @Test
    void a_missing_topic_is_reported(LocalStackServer server) {
        String topic = "arn:aws:sns:eu-west-1:000000000000:nobody";

        assertThat(report(topic, server.endpoint(), Duration.ofSeconds(30)))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.level()).isEqualTo(Notice.Level.WARN);
                    assertThat(notice.text()).contains("could not notify SNS (" + topic + ")", "404 NotFound");
                });
    }

    @Test
    void a_server_that_hangs_fails_or_is_not_sns_is_reported() throws IOException {
        try (StubWebhook hanging = StubWebhook.silent();
                StubWebhook failing = StubWebhook.answering(500);
                StubWebhook other = StubWebhook.answering(200)) {
            assertNotNotified(hanging.address(), Duration.ofMillis(300), "did not respond in time");
            assertNotNotified(failing.address(), Duration.ofSeconds(30), "500");
            assertNotNotified(other.address(), Duration.ofSeconds(30), "SNS");
        }
    }

    private static void assertNotNotified(String address, Duration timeout, String decisive) {
        assertThat(report(
                        "arn:aws:sns:eu-west-1:123456789012:data-team",
                        URI.create(address).resolve("/"),
                        timeout))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.level()).isEqualTo(Notice.Level.WARN);
                    assertThat(notice.text())
                            .startsWith("could not notify SNS (arn:aws:sns:eu-west-1:123456789012:data-team): ")
                            .contains(decisive);
                });
    }

    private static List<Notice> report(String topic, URI endpoint, Duration timeout) {
        Connection connection =
                new Connection(Optional.of(endpoint.toString()), Optional.empty(), Optional.empty(), Optional.empty());
        Report report = SampleRuns.shown(
                new Notification(Occasion.FAIL, Optional.empty(), Optional.empty(), Optional.of(topic), connection));
        Report after = report.reportTo(
                List.of(new Notifier(name -> Optional.empty(), "lakecheck.yml", Optional.empty(), timeout)));
        assertThat(after.findings()).isEqualTo(report.findings());
        return after.notices();
    }
}
