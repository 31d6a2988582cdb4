// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static io.lakecheck.suggest.TypicalLake.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that datasets are named by the folders that describe their data. */
class DatasetNamesTest {

    private final TypicalLake lake = new TypicalLake();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AWSLogs/111111111111/CloudTrail/eu-west-1  | CloudTrail
            aws-account-id=1/aws-service=flowlogs/aws-region=eu-west-1 | flowlogs
            orders/eu-west-1                           | orders
            orders/eu                                  | orders
            eu/orders                                  | orders
            region=eu-west-1                           | lake
            orders/dataset-17                          | orders
            dataset-17, dataset-18                     | dataset-17, dataset-18
            orders/table                               | orders
            orders/format=parquet                      | orders
            raw/orders/v2.1/parquet                    | orders
            warehouse/sales.db/orders/data             | orders
            orders/a8f3e2d1-1111-2222-3333-444455556666 | orders
            orders/0, orders/1                         | orders-0, orders-1
            orders/main, returns/main                  | orders, returns
            orders/current, orders/history             | current, history
            gold/orders, silver/orders                 | gold-orders, silver-orders
            prod/orders/eu-west-1, test/orders/eu-west-1 | prod-orders, test-orders
            """)
    void names_come_from_folders_that_describe_the_data(String folders, String names) {
        for (String folder : folders.split(", ")) {
            lake.last(
                    10,
                    ChronoUnit.DAYS,
                    day -> lake.put(
                            folder + name("'/dt='yyyy-MM-dd'/part-0'", day), lake.size(day, 1000), lake.night(day)));
        }

        assertThat(lake.keys())
                .filteredOn(line -> line.endsWith(":"))
                .containsExactlyElementsOf(List.of(names.split(", ")).stream()
                        .map(each -> each + ":")
                        .toList());
    }
}
