// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** The features of YAML that a suite must not use: null values, anchors, aliases and tags. */
final class YamlFeatures {

    /**
     * Words that YAML parsers usually treat as null. If they were not rejected, they would silently be read as text.
     */
    private static final Set<String> NULLS = Set.of("null", "Null", "NULL", "~");

    /** The prefix that the parser substitutes for {@code !!}. */
    private static final String STANDARD_TAG = "tag:yaml.org,2002:";

    private YamlFeatures() {}

    /** Reports a problem if a parser event uses an unsupported feature. */
    static void rejectUnsupported(Event event, Origin origin, Problems problems) {
        if (event instanceof AliasEvent alias) {
            problems.addOnly(
                    origin,
                    "unsupported alias *" + Display.visible(alias.getAlias().getValue()),
                    "Write out the value; keys that all datasets share can be set at the top level of the suite");
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            problems.add(
                    origin,
                    "unsupported anchor &"
                            + Display.visible(node.getAnchor().get().getValue()),
                    "Remove it");
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        tag.ifPresent(name -> problems.add(
                origin,
                "unsupported tag " + Display.visible(name.replace(STANDARD_TAG, "!!")),
                "Remove it; quote strings that start with '!'"));
        if (event instanceof ScalarEvent text && text.isPlain() && NULLS.contains(text.getValue())) {
            problems.addOnly(
                    origin,
                    "unsupported null value '" + text.getValue() + "'",
                    "Set a value or remove the key; quote the value if it is meant as text");
        }
    }
}
