// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Makes words of YAML, taking of it what a suite needs: blocks, lists and text, one document, within bounds of depth
 * and number. Anchors, aliases and tags are refused, so that nothing a stranger writes can grow or become an object.
 * Every value stays text. For one text.
 */
final class YamlTree {

    private static final int DEEPEST = 32;

    /** What a thousand datasets need, and still read in a moment. */
    private static final int MOST = 40_000;

    /** What other readers take for nothing; here it would be a name, and surprise. */
    private static final Set<String> NOTHING = Set.of("null", "Null", "NULL", "~");

    private final Origin source;
    private final Problems problems;
    private final Iterator<Event> events;
    private int words;

    private YamlTree(String text, Origin source, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.events = new Parse(LoadSettings.builder().setUseMarks(true).build())
                .parseString(text)
                .iterator();
    }

    /**
     * The words of a text, as far as they can be told: what is wrong with single ones is a problem, so that the others
     * can still be read.
     *
     * @throws SuiteProblemsException where the text is no YAML at all, or out of bounds
     */
    static Node read(String text, Origin source, Problems problems) {
        refuseUnprintable(text, source);
        return new YamlTree(text, source, problems).root().orElseThrow(() -> {
            problems.throwIfAny();
            return new IllegalStateException("no words, and no problem with them");
        });
    }

    private Optional<Node> root() {
        try {
            Event first = next(Event.ID.DocumentStart, Event.ID.StreamEnd);
            if (first.getEventId() == Event.ID.StreamEnd) {
                problems.add(source.at(1, 1), "the file is empty", "write datasets: and at least one dataset");
                return Optional.empty();
            }
            Node root = node(events.next(), 1);
            Event second = next(Event.ID.DocumentStart, Event.ID.StreamEnd);
            if (second.getEventId() == Event.ID.DocumentStart) {
                problems.add(
                        origin(second), "a second document begins here", "write one suite in one file, without ---");
            }
            return Optional.of(root);
        } catch (MarkedYamlEngineException e) {
            problems.add(origin(e.getProblemMark().or(e::getContextMark)), "this is no YAML: " + said(e), remedy(e));
        } catch (YamlEngineException e) {
            problems.add(source, "this is no YAML: " + Display.visible(String.valueOf(e.getMessage())), "");
        }
        return Optional.empty();
    }

    private Event next(Event.ID... wanted) {
        Event event = events.next();
        while (!Set.of(wanted).contains(event.getEventId())) {
            event = events.next();
        }
        return event;
    }

    private Node node(Event event, int depth) {
        Origin origin = origin(event);
        if (depth > DEEPEST) {
            problems.add(origin, "this is nested deeper than " + DEEPEST, "indent less");
            problems.throwIfAny();
        }
        if (++words > MOST) {
            problems.add(origin, "there are more than " + MOST + " words up to here", "write less, or split the suite");
            problems.throwIfAny();
        }
        refuseExtras(event, origin);
        if (event instanceof MappingStartEvent) {
            return block(origin, depth);
        }
        if (event instanceof CollectionStartEvent) {
            List<Node> nodes = new ArrayList<>();
            for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
                nodes.add(node(item, depth + 1));
            }
            return new Items(nodes, origin);
        }
        return event instanceof ScalarEvent scalar ? word(scalar, origin) : new Word("", origin);
    }

    private Block block(Origin origin, int depth) {
        List<Block.Entry> entries = new ArrayList<>();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            Node name = node(key, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (name instanceof Word word) {
                entries.add(new Block.Entry(word, value));
            } else {
                problems.add(name.origin(), name.shape() + " can't be a name", "write a word before the colon");
            }
        }
        return new Block(entries, origin);
    }

    private Word word(ScalarEvent scalar, Origin origin) {
        if (scalar.isPlain() && NOTHING.contains(scalar.getValue())) {
            problems.addOnly(
                    origin,
                    "'" + scalar.getValue() + "' says nothing",
                    "leave the word out, or give it a value; quote it if it is a name");
        }
        return new Word(scalar.getValue(), origin);
    }

    private void refuseExtras(Event event, Origin origin) {
        if (event instanceof AliasEvent alias) {
            problems.addOnly(
                    origin,
                    "*" + Display.visible(alias.getAlias().getValue()) + " is an alias, and aliases are not taken",
                    "write the value out; what all datasets share may stand at the top of the suite");
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            problems.add(
                    origin,
                    "anchors are not taken",
                    "leave &" + Display.visible(node.getAnchor().get().getValue()) + " out");
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        tag.ifPresent(name -> problems.add(
                origin,
                "tags are not taken",
                "leave " + Display.visible(name) + " out; quote a text that begins with !"));
    }

    private static String said(MarkedYamlEngineException e) {
        return Display.visible(String.valueOf(e.getProblem()));
    }

    private static String remedy(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("TAB") || problem.contains("\t")) {
            return "indent with spaces, never with tabs";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "indent it as its neighbours, and quote a text with a colon and a space in it";
        }
        return "see that indents agree, that brackets and quotes are closed, and quote texts with braces or other special characters";
    }

    private Origin origin(Event event) {
        return origin(event.getStartMark());
    }

    private Origin origin(Optional<Mark> mark) {
        return mark.map(at -> source.at(at.getLine() + 1, at.getColumn() + 1)).orElse(source);
    }

    private static boolean isUnprintable(char c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\r' && c != 0x85;
        return control || c >= 0xFFFE || c == '\uFEFF';
    }

    /** The library knows where such a character is, but not in which line. */
    private static void refuseUnprintable(String text, Origin source) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++, column++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                column = 0;
            } else if (isUnprintable(c)) {
                throw new SuiteProblemsException(List.of(new Problem(
                        source.at(line, column),
                        "there is a character that no text has: " + Display.visible(String.valueOf(c)),
                        "remove it")));
            }
        }
    }
}
