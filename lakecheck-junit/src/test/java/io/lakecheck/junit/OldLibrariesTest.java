// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests the messages for libraries that are too old, with types as they were in old versions. */
class OldLibrariesTest {

    private static final String CONTEXT = "org.junit.jupiter.api.extension.ExtensionContext";

    @Test
    void an_sdk_before_2_30_is_rejected_with_a_sentence(@TempDir Path none) {
        assertThatThrownBy(() -> extension(
                        new OldClasses(none, "software.amazon.awssdk.core.checksums.RequestChecksumCalculation")))
                .rootCause()
                .hasMessageContainingAll("lakecheck needs AWS SDK 2.30 or newer", "software.amazon.awssdk:bom");
    }

    @Test
    void a_junit_before_5_12_is_rejected_with_a_sentence(@TempDir Path old) {
        compile(old, CONTEXT, "package org.junit.jupiter.api.extension; public interface ExtensionContext {}");

        assertThatThrownBy(() -> extension(new OldClasses(old, "")))
                .rootCause()
                .hasMessageContainingAll("lakecheck needs JUnit 5.12.1 or newer", "org.junit:junit-bom");
    }

    @Test
    void current_libraries_are_accepted(@TempDir Path none) throws Exception {
        assertThat(extension(new OldClasses(none, ""))).hasToString("LakeCheckExtension");
    }

    /** Before 5.12, the annotation had no default for its value: reading it threw an exception. */
    @Test
    void locks_have_a_value() {
        assertThat(List.of(LocalLake.class, LakeCheck.class))
                .allSatisfy(annotation -> assertThat(annotation.getAnnotationsByType(ResourceLock.class))
                        .isNotEmpty()
                        .allSatisfy(lock -> assertThat(lock.value()).isNotEmpty()));
    }

    /** Creates the extension as JUnit does, and returns the name of its class. */
    private static String extension(ClassLoader classes) throws Exception {
        Constructor<?> constructor =
                classes.loadClass(LakeCheckExtension.class.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance().getClass().getSimpleName();
    }

    private static void compile(Path folder, String type, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///" + type.replace('.', '/') + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        assertThat(compiler.getTask(null, null, null, List.of("-d", folder.toString()), null, List.of(file))
                        .call())
                .isTrue();
    }

    /**
     * Loads the classes of lakecheck, JUnit and the AWS SDK once more, as if some of them were those of an old version.
     */
    private static final class OldClasses extends ClassLoader {

        private final Path replaced;
        private final String missing;

        /**
         * @param replaced a folder with the classes that differ
         * @param missing the name of a class that did not exist yet
         */
        OldClasses(Path replaced, String missing) {
            super(OldLibrariesTest.class.getClassLoader());
            this.replaced = replaced;
            this.missing = missing;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(missing)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.matches("(io\\.lakecheck|org\\.junit|software\\.amazon)\\..*")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream old = Files.exists(replaced.resolve(file))
                    ? Files.newInputStream(replaced.resolve(file))
                    : getResourceAsStream(file)) {
                if (old == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = old.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
