// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import static io.lakecheck.lakes.Rhythm.DAILY;
import static io.lakecheck.lakes.Rhythm.HOURLY;

import java.util.List;

/** Logs and streams, written continuously by AWS services and Kafka. */
final class LogLayouts {

    private static final String ACCOUNT = "123456789012";

    private LogLayouts() {}

    static List<Layout> all() {
        return List.of(
                Layout.of(
                        "firehose",
                        "Firehose, by hour",
                        """
                        location: s3://lake/firehose/{yyyy}/{MM}/{dd}/{HH}/
                        due: 15m
                        checks: [ recency: { through: 10m }, size: { each: { min: 1 kB } }, delta: { deviation: 3 }, complete: { last: 48 } ]
                        """,
                        new Job(
                                Names.of("firehose/%1$tY/%1$tm/%1$td/%1$tH/stream-1-%1$tF-%2$02d-%4$s.gz", 12),
                                HOURLY,
                                Volume.of(6e7).night(0.4),
                                Writing.STREAM)),
                Layout.of(
                        "kafka",
                        "Kafka Connect, by hour",
                        """
                        location: s3://lake/topics/orders/year={yyyy}/month={MM}/day={dd}/hour={HH}/
                        due: 30m
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: { deviation: 3 }, complete: { last: 48 } ]
                        """,
                        new Job(
                                Names.of(
                                        "topics/orders/year=%1$tY/month=%1$tm/day=%1$td/hour=%1$tH/orders+%2$d+%4$s.avro",
                                        6),
                                HOURLY,
                                Volume.of(2e7).night(0.4),
                                Writing.STREAM)),
                Layout.of(
                        "iot",
                        "A stream, by day",
                        """
                        location: s3://lake/iot/{date}/
                        due: 1h
                        checks: [ recency: { through: 30m }, size: { each: { min: 1 kB } }, delta: {}, complete: {} ]
                        """,
                        new Job(
                                Names.of("iot/%1$tF/device-%2$03d-%4$s.json.gz", 144),
                                DAILY,
                                Volume.of(7e7),
                                Writing.STREAM)),
                Layout.of(
                        "cloudtrail",
                        "CloudTrail, by account and region",
                        """
                        location: s3://lake/AWSLogs/{account}/CloudTrail/{region}/{yyyy}/{MM}/{dd}/
                        each: { account: ["123456789012", "210987654321"], region: [eu-west-1, us-east-1] }
                        due: 1h
                        checks: [ recency: { through: 30m }, size: { each: { min: 100 B } }, delta: {}, complete: {} ]
                        """,
                        trail(ACCOUNT, "eu-west-1", 4e7),
                        trail(ACCOUNT, "us-east-1", 9e6),
                        trail("210987654321", "eu-west-1", 7e6),
                        trail("210987654321", "us-east-1", 3e6)),
                Layout.of(
                        "balancer",
                        "Logs of a load balancer",
                        """
                        location: s3://lake/AWSLogs/123456789012/elasticloadbalancing/eu-west-1/{yyyy}/{MM}/{dd}/
                        due: 1h
                        checks: [ recency: { through: 30m }, size: { each: { min: 100 B } }, delta: {}, complete: {} ]
                        """,
                        new Job(
                                Names.of(
                                        "AWSLogs/123456789012/elasticloadbalancing/eu-west-1/%1$tY/%1$tm/%1$td/"
                                                + "123456789012_elasticloadbalancing_eu-west-1_app.web.50dc6c49_%1$tY%1$tm%1$tdT%2$04dZ_10.0.0.1_%4$s.log.gz",
                                        96),
                                DAILY,
                                Volume.of(3e7),
                                Writing.STREAM)),
                Layout.of(
                        "cloudfront",
                        "CloudFront, with the hour in the file name",
                        """
                        location: s3://lake/cdn/E2EXAMPLE.{date}-{HH}.*.gz
                        due: 1h
                        checks: [ recency: {}, size: { each: { min: 100 B } }, delta: { deviation: 3 }, complete: { last: 48 } ]
                        """,
                        new Job(
                                Names.of("cdn/E2EXAMPLE.%1$tF-%1$tH.%4$s.gz", 3),
                                HOURLY,
                                Volume.of(9e6).night(0.3),
                                Writing.after("PT5M", "PT10M"))),
                Layout.of(
                        "access",
                        "S3 access logs, in a single folder",
                        """
                        location: s3://lake/access/{date}-{HH}-*
                        due: 2h
                        checks: [ recency: {}, size: { each: { min: 100 B } }, delta: { deviation: 3 }, complete: { last: 48 } ]
                        """,
                        new Job(
                                Names.of("access/%1$tF-%1$tH-%2$02d-17-%4$s", 6),
                                HOURLY,
                                Volume.of(2e6).night(0.5),
                                Writing.after("PT20M", "PT40M"))));
    }

    private static Job trail(String account, String region, double bytes) {
        return new Job(
                Names.of(
                        "AWSLogs/" + account + "/CloudTrail/" + region + "/%1$tY/%1$tm/%1$td/" + account
                                + "_CloudTrail_" + region + "_%1$tY%1$tm%1$tdT%2$04dZ_%4$s.json.gz",
                        72),
                DAILY,
                Volume.of(bytes),
                Writing.STREAM);
    }
}
