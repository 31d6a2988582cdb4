// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObjectReaderTest {

    @Test
    void objects_are_the_same_next_to_objects_with_other_markup() throws Exception {
        Random random = new Random(1);
        List<String> tags = List.of(
                "<LastModified>2026-01-03T03:00:0%d.000Z</LastModified>",
                "<Size>4%d</Size>",
                "<ETag>&quot;%d&quot;</ETag>",
                "<StorageClass>STANDARD</StorageClass>",
                "<Owner><ID>%d</ID></Owner>");
        List<String> etags = List.of("", "<ETag/>", "<ETag></ETag>", "<ETag/><ETag/>", "<ETag>a</ETag><ETag>b</ETag>");
        for (int run = 0; run < 500; run++) {
            List<String> objects = new ArrayList<>();
            while (objects.size() < 6) {
                List<String> shuffled = new ArrayList<>(tags);
                Collections.shuffle(shuffled, random);
                shuffled.set(
                        0,
                        random.nextBoolean() ? shuffled.get(0) : shuffled.get(0).replaceFirst(">", " a='/'>"));
                shuffled.add(random.nextInt(5), random.nextBoolean() ? "<Key>k&amp;%d</Key>" : " <Key>k%d</Key>\n");
                String etag = etags.get(random.nextInt(etags.size()));
                String object = "<Contents>" + String.join("", shuffled) + "</Contents>";
                objects.add(random.nextBoolean() ? object : object.replaceAll("<ETag>.*</ETag>", etag));
                while (random.nextBoolean()) {
                    objects.add(objects.get(objects.size() - 1));
                }
            }
            objects.replaceAll(object -> object.replace("%d", Integer.toString(random.nextInt(10))));

            List<ListedObject> alone = new ArrayList<>();
            for (String object : objects) {
                alone.addAll(read(object));
            }
            assertThat(read(String.join("", objects)))
                    .as("run %d", run)
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(alone);
        }
    }

    @Test
    void an_object_with_an_element_twice_is_not_left_out_after_one_with_a_closed_element() throws Exception {
        String object = "<Contents><Key>a</Key><LastModified>2026-01-03T03:00:07.000Z</LastModified><ETag/>"
                + "<Size>1</Size></Contents>";

        assertThat(read(object + object.replace("<ETag/>", "<ETag/><ETag/>"))).hasSize(2);
    }

    private static List<ListedObject> read(String objects) throws Exception {
        String page = "<ListBucketResult><Name>refined</Name>" + objects + "</ListBucketResult>";
        return PageBody.read(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                .objects();
    }
}
