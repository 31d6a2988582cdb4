// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lakecheck.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the run before ended, as its {@code lakecheck.json} says. A file that is missing or not ours says nothing. */
final class PreviousOutcomes {

    private PreviousOutcomes() {}

    static Optional<Map<String, Outcome>> outcomes(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            return Optional.of(report(json));
        } catch (IOException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Map<String, Outcome> report(JsonParser json) throws IOException {
        Map<String, Outcome> outcomes = new HashMap<>();
        require(json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean datasets = json.currentName().equals("datasets");
            json.nextToken();
            if (datasets) {
                require(json.currentToken() == JsonToken.START_ARRAY);
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    dataset(json, outcomes);
                }
            } else {
                json.skipChildren();
            }
        }
        return outcomes;
    }

    private static void dataset(JsonParser json, Map<String, Outcome> outcomes) throws IOException {
        Map<String, String> texts = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.put(field, json.getText());
            } else {
                json.skipChildren();
            }
        }
        outcomes.put(texts.getOrDefault("name", ""), Outcome.valueOf(texts.getOrDefault("outcome", "")));
    }

    private static void require(boolean ours) throws IOException {
        if (!ours) {
            throw new IOException("no report of ours");
        }
    }
}
