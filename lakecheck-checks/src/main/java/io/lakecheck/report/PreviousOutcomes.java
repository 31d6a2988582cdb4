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

/** Reads the outcomes of the previous run from its {@code lakecheck.json}. */
final class PreviousOutcomes {

    private PreviousOutcomes() {}

    /** Returns the outcome of each dataset by name, or empty if the file can't be read or is not a report. */
    static Optional<Map<String, Outcome>> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            return Optional.of(readReport(json));
        } catch (IOException | IllegalArgumentException notAReport) {
            return Optional.empty();
        }
    }

    private static Map<String, Outcome> readReport(JsonParser json) throws IOException {
        Map<String, Outcome> outcomes = new HashMap<>();
        require(json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isDatasets = json.currentName().equals("datasets");
            json.nextToken();
            if (isDatasets) {
                require(json.currentToken() == JsonToken.START_ARRAY);
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    readDataset(json, outcomes);
                }
            } else {
                json.skipChildren();
            }
        }
        return outcomes;
    }

    private static void readDataset(JsonParser json, Map<String, Outcome> outcomes) throws IOException {
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

    private static void require(boolean isReport) throws IOException {
        if (!isReport) {
            throw new IOException("not a report written by lakecheck");
        }
    }
}
