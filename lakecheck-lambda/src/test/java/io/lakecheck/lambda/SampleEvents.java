// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Creates events with the fields and values that AWS documents, for objects that the test specifies. */
final class SampleEvents {

    static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:arrivals";

    private SampleEvents() {}

    /** Returns an event from S3 as EventBridge delivers it. The key is not encoded. */
    static String eventBridge(String bucket, String key, Instant time) {
        return eventBridge("Object Created", bucket, key, time);
    }

    static String eventBridge(String type, String bucket, String key, Instant time) {
        return """
                {
                  "version": "0",
                  "id": "17793124-05d4-b198-2fde-7ededc63b103",
                  "detail-type": "%s",
                  "source": "aws.s3",
                  "account": "123456789012",
                  "time": "%s",
                  "region": "eu-west-1",
                  "resources": ["arn:aws:s3:::%s"],
                  "detail": {
                    "version": "0",
                    "bucket": {"name": "%s"},
                    "object": {
                      "key": %s,
                      "size": 5,
                      "etag": "b1946ac92492d2347c6235b4d2611184",
                      "version-id": "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e",
                      "sequencer": "617f08299329d189"
                    },
                    "request-id": "N4N7GDK58NMKJ12R",
                    "requester": "123456789012",
                    "source-ip-address": "1.2.3.4",
                    "reason": "PutObject"
                  }
                }
                """.formatted(type, time, bucket, bucket, json(key));
    }

    /** Returns a notification from S3 as Lambda receives it directly. The key is encoded as in HTML forms. */
    static String notification(String bucket, String key, Instant time) {
        return notification("ObjectCreated:Put", bucket, URLEncoder.encode(key, StandardCharsets.UTF_8), time);
    }

    static String notification(String type, String bucket, String encodedKey, Instant time) {
        return """
                {
                  "Records": [
                    {
                      "eventVersion": "2.1",
                      "eventSource": "aws:s3",
                      "awsRegion": "eu-west-1",
                      "eventTime": "%s",
                      "eventName": "%s",
                      "userIdentity": {"principalId": "AIDAJDPLRKLG7UEXAMPLE"},
                      "requestParameters": {"sourceIPAddress": "127.0.0.1"},
                      "responseElements": {
                        "x-amz-request-id": "C3D13FE58DE4C810",
                        "x-amz-id-2": "FMyUVURIY8/IgAtTv8xRjskZQpcIZ9KG4V5Wp6S7S/JRWeUWerMUE5JgHvANOjpD"
                      },
                      "s3": {
                        "s3SchemaVersion": "1.0",
                        "configurationId": "testConfigRule",
                        "bucket": {
                          "name": "%s",
                          "ownerIdentity": {"principalId": "A3NL1KOZZKExample"},
                          "arn": "arn:aws:s3:::%s"
                        },
                        "object": {
                          "key": %s,
                          "size": 1024,
                          "eTag": "d41d8cd98f00b204e9800998ecf8427e",
                          "versionId": "096fKKXTRTtl3on89fVO.nfljtsv6qko",
                          "sequencer": "0055AED6DCD90281E5"
                        }
                      }
                    }
                  ]
                }
                """.formatted(time, type, bucket, bucket, json(encodedKey));
    }

    /** Returns the event that S3 sends when a notification is configured. */
    static String testEvent() {
        return """
                {"Service": "Amazon S3", "Event": "s3:TestEvent", "Time": "2014-10-13T15:57:02.089Z",
                 "Bucket": "refined", "RequestId": "5582815E1AEA5ADF",
                 "HostId": "8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR+YstdA6Knx4Ip8EXAMPLE"}
                """;
    }

    /** Returns an event as SNS delivers it to Lambda. */
    static String sns(String message) {
        return """
                {
                  "Records": [
                    {
                      "EventVersion": "1.0",
                      "EventSubscriptionArn": "arn:aws:sns:eu-west-1:123456789012:sns-lambda:21be56ed-a058-49f5",
                      "EventSource": "aws:sns",
                      "Sns": {
                        "SignatureVersion": "1",
                        "Timestamp": "2019-01-02T12:45:07.000Z",
                        "Signature": "tcc6faL2yUC6dgZdmrwh1Y4cGa/ebXEkAi6RibDsvpi+tE/1+82j...65r==",
                        "SigningCertURL": "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService.pem",
                        "MessageId": "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
                        "Message": %s,
                        "MessageAttributes": {},
                        "Type": "Notification",
                        "UnsubscribeURL": "https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe",
                        "TopicArn": "arn:aws:sns:eu-west-1:123456789012:sns-lambda",
                        "Subject": "Amazon S3 Notification"
                      }
                    }
                  ]
                }
                """.formatted(json(message));
    }

    /** Returns the message that SNS sends to a queue if raw message delivery is off. */
    static String snsEnvelope(String message) {
        return """
                {"Type": "Notification", "MessageId": "dc1e94d9-56c5-5e96-808d-cc7f68faa162",
                 "TopicArn": "arn:aws:sns:eu-west-1:123456789012:ExampleTopic1",
                 "Subject": "Amazon S3 Notification", "Message": %s, "Timestamp": "2021-02-16T21:41:19.978Z",
                 "SignatureVersion": "1", "Signature": "FMG5tlZhJNHLHUXvZgtZzlk24FzVa7oX0T4P03neeXw8ZEXZx6z35j2F",
                 "SigningCertURL": "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService.pem"}
                """.formatted(json(message));
    }

    /** Returns a batch of SQS messages with the IDs {@code message-0}, {@code message-1} and so on. */
    static String sqs(List<String> bodies) {
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> String.format(Locale.ROOT, """
                        {
                          "messageId": "message-%d",
                          "receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
                          "body": %s,
                          "attributes": {
                            "ApproximateReceiveCount": "1",
                            "SentTimestamp": "1545082649183",
                            "SenderId": "AIDAIENQZJOLO23YVJ4VO",
                            "ApproximateFirstReceiveTimestamp": "1545082649185"
                          },
                          "messageAttributes": {},
                          "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3",
                          "eventSource": "aws:sqs",
                          "eventSourceARN": "%s",
                          "awsRegion": "eu-west-1"
                        }
                        """, i, json(bodies.get(i)), QUEUE))
                .collect(Collectors.joining(",", "{\"Records\": [", "]}"));
    }

    static String json(String text) {
        return text.chars()
                .mapToObj(letter -> letter < ' ' || letter > '~' || letter == '"' || letter == '\\'
                        ? String.format(Locale.ROOT, "\\u%04x", letter)
                        : Character.toString(letter))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
