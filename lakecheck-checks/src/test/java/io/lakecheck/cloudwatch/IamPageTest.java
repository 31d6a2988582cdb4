// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks the policies in {@code docs/iam.md}. */
class IamPageTest {

    private static final Pattern POLICY = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    @Test
    void policies_allow_only_the_required_actions() throws IOException {
        assertThat(policies().stream().map(IamPageTest::actions))
                .containsExactly(
                        List.of("s3:ListBucket"),
                        List.of("cloudwatch:PutMetricData"),
                        List.of("cloudwatch:DescribeAlarms", "cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms"));
    }

    @Test
    void policies_are_limited_to_folder_and_namespace() throws IOException {
        assertThat(policies().get(0)).contains("\"s3:prefix\"");
        assertThat(policies().get(1)).contains("\"cloudwatch:namespace\"");
    }

    private static List<String> policies() throws IOException {
        return POLICY.matcher(Files.readString(Path.of("../docs/iam.md")))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> actions(String block) {
        List<String> actions = new ArrayList<>();
        String json = block.substring(block.indexOf('\n'), block.lastIndexOf("```"));
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            boolean inAction = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    inAction = parser.currentName().equals("Action");
                } else if (inAction && token == JsonToken.VALUE_STRING) {
                    actions.add(parser.getText());
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return actions;
    }
}
