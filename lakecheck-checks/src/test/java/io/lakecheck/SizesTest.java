// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Enforces limits on the size of classes and methods in the main code of all modules. */
class SizesTest {

    private static final int MEDIAN_LINES = 45;
    private static final int LINES_OF_NINE_IN_TEN = 120;
    private static final int MOST_FIELDS = 7;
    private static final int MOST_LINES_OF_A_METHOD = 40;
    private static final int MOST_ROOT_TYPES = 22;

    private static final Map<String, Integer> LINES = new TreeMap<>();
    private static final Map<String, Integer> METHODS = new TreeMap<>();
    private static final Map<String, Integer> FIELDS = new TreeMap<>();
    private static final Map<String, Set<String>> PACKAGES = new TreeMap<>();

    @BeforeAll
    static void measure() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(MainSources.java()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                measure(unit, positions);
            }
        }
    }

    private static void measure(CompilationUnitTree unit, SourcePositions positions) {
        Path file = Path.of(unit.getSourceFile().toUri());
        Set<Integer> code = linesOfCode(MainSources.text(file));
        LINES.put(MainSources.name(file), code.size());
        String type = file.getFileName().toString().replace(".java", "");
        if (!type.equals("package-info")) {
            PACKAGES.computeIfAbsent(type, name -> new TreeSet<>()).add(String.valueOf(unit.getPackageName()));
        }
        new TreeScanner<@Nullable Void, String>() {
            @Override
            public @Nullable Void visitClass(ClassTree tree, String outer) {
                String name = outer + "." + tree.getSimpleName();
                FIELDS.put(name, (int)
                        tree.getMembers().stream().filter(SizesTest::isField).count());
                return super.visitClass(tree, name);
            }

            @Override
            public @Nullable Void visitMethod(MethodTree tree, String outer) {
                LineMap lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, tree));
                long last = lines.getLineNumber(Math.max(0, positions.getEndPosition(unit, tree)));
                METHODS.merge(
                        outer + "." + tree.getName(),
                        (int) code.stream()
                                .filter(line -> first <= line && line <= last)
                                .count(),
                        Math::max);
                return super.visitMethod(tree, outer);
            }
        }.scan(unit, String.valueOf(unit.getPackageName()));
    }

    /**
     * Returns whether a member counts as a field. The parameters of Mojos do not count, because they are configuration
     * rather than state.
     */
    private static boolean isField(Tree member) {
        return member instanceof VariableTree field
                && !field.getModifiers().getFlags().contains(Modifier.STATIC)
                && field.getModifiers().getAnnotations().stream()
                        .noneMatch(annotation ->
                                annotation.getAnnotationType().toString().equals("Parameter"));
    }

    /** Returns the numbers of all lines except blank lines, comments, and package and import declarations. */
    private static Set<Integer> linesOfCode(String source) {
        StringBuilder code = new StringBuilder();
        int end = 0;
        for (Prose prose : Prose.ofJava(source)) {
            if (!prose.isLiteral()) {
                code.append(source, end, prose.start()).append("\n".repeat(prose.lines() - 1));
                end = prose.end();
            }
        }
        List<String> lines =
                code.append(source, end, source.length()).toString().lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isBlank() && !lines.get(i).matches("(?:package|import) .*"))
                .mapToObj(i -> i + 1)
                .collect(Collectors.toSet());
    }

    @Test
    void half_of_the_files_fit_on_a_screen() {
        assertThat(sortedLines().get(LINES.size() / 2)).isLessThanOrEqualTo(MEDIAN_LINES);
    }

    @Test
    void nine_in_ten_files_are_short() {
        assertThat(sortedLines().get(LINES.size() * 9 / 10)).isLessThan(LINES_OF_NINE_IN_TEN);
    }

    @Test
    void no_type_has_many_fields() {
        assertThat(above(FIELDS, MOST_FIELDS)).isEmpty();
    }

    @Test
    void no_method_is_long() {
        assertThat(above(METHODS, MOST_LINES_OF_A_METHOD)).isEmpty();
    }

    @Test
    void the_root_package_has_few_types() {
        assertThat(PACKAGES.values().stream().filter(packages -> packages.contains("io.lakecheck")))
                .hasSizeLessThanOrEqualTo(MOST_ROOT_TYPES);
    }

    @Test
    void no_type_name_is_used_in_two_packages() {
        assertThat(PACKAGES.entrySet().stream().filter(entry -> entry.getValue().size() > 1))
                .isEmpty();
    }

    private static List<Integer> sortedLines() {
        return LINES.values().stream().sorted().toList();
    }

    private static List<String> above(Map<String, Integer> sizes, int limit) {
        List<String> all = new ArrayList<>();
        sizes.forEach((name, size) -> {
            if (size > limit) {
                all.add(name + ": " + size);
            }
        });
        return all;
    }
}
