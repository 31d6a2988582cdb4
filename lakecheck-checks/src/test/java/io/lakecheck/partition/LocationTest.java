// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Hazard;
import io.lakecheck.Survives;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

    @ParameterizedTest
    @Survives(Hazard.DATES)
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            s3://b/kpi/dt={date}/                    | DAY   | 2026-01-02T00:00 | s3://b/kpi/       | dt=2026-01-02/
            s3://b/kpi/dt={date}                     | DAY   | 2024-02-29T00:00 | s3://b/kpi/       | dt=2024-02-29/
            s3://b/{yyyy}/{MM}/{dd}/                 | DAY   | 2025-12-31T00:00 | s3://b/           | 2025/12/31/
            s3://b/{yyyy}/{DDD}/                     | DAY   | 2024-12-31T00:00 | s3://b/           | 2024/366/
            s3://b/{yyyyMMdd}/                       | DAY   | 2026-10-25T00:00 | s3://b/           | 20261025/
            s3://b/{yyyy}{MM}{dd}/                   | DAY   | 2026-10-25T00:00 | s3://b/           | 20261025/
            s3://b/{yyyy}{MM}{dd}{HH}/               | HOUR  | 2026-10-25T07:00 | s3://b/           | 2026102507/
            s3://b/{yyyy+1d}{MM+1d}{dd+1d}/          | DAY   | 2026-12-31T00:00 | s3://b/           | 20270101/
            s3://b/dt={date}/hour={HH}/              | HOUR  | 2026-03-29T01:00 | s3://b/           | dt=2026-03-29/hour=01/
            s3://b/{yyyy-MM-dd'T'HH}/x/              | HOUR  | 2026-01-02T23:00 | s3://b/           | 2026-01-02T23/x/
            s3://b/{yyyy-MM}/                        | MONTH | 2026-02-01T00:00 | s3://b/           | 2026-02/
            s3://b/{yyyy}/m{M}/                      | MONTH | 2026-12-01T00:00 | s3://b/           | 2026/m12/
            s3://b/{YYYY-'W'ww}/                     | WEEK  | 2026-12-28T00:00 | s3://b/           | 2026-W53/
            s3://b/{YYYY-'W'ww}/                     | WEEK  | 2024-12-30T00:00 | s3://b/           | 2025-W01/
            s3://b/{YYYY-'W'ww}/                     | WEEK  | 2020-12-28T00:00 | s3://b/           | 2020-W53/
            s3://b/{YYYY-'W'ww}/                     | WEEK  | 2027-01-04T00:00 | s3://b/           | 2027-W01/
            s3://b/dt={date+1d}/                     | DAY   | 2025-12-31T00:00 | s3://b/           | dt=2026-01-01/
            s3://b/dt={date-1d}/                     | DAY   | 2024-03-01T00:00 | s3://b/           | dt=2024-02-29/
            s3://b/{yyyy-MM-dd-HH+2h}/               | HOUR  | 2025-12-31T23:00 | s3://b/           | 2026-01-01-01/
            s3://b/{yyyy-MM+1M}/                     | MONTH | 2025-12-01T00:00 | s3://b/           | 2026-01/
            s3://b/{YYYY-'W'ww+1w}/                  | WEEK  | 2026-12-28T00:00 | s3://b/           | 2027-W01/
            s3://b/run={date+1d}/dt={date}/          | DAY   | 2026-02-28T00:00 | s3://b/           | run=2026-03-01/dt=2026-02-28/
            s3://b/{yyyy}/{MM}/run={date+1d}/        | DAY   | 2025-12-31T00:00 | s3://b/           | 2025/12/run=2026-01-01/
            s3://b/{yyyy}/{MMM}/{dd}/                | DAY   | 2026-09-02T00:00 | s3://b/           | 2026/Sep/02/
            s3://b/{yyyy-MMMM}/                      | MONTH | 2026-09-01T00:00 | s3://b/           | 2026-September/
            s3://b/{yyyy}/{LLL-dd_EEEE}/             | DAY   | 2026-09-02T00:00 | s3://b/           | 2026/Sep-02_Wednesday/
            s3://b/{YYYY-'W'ww-EEE}/                 | DAY   | 2026-09-02T00:00 | s3://b/           | 2026-W36-Wed/
            s3://b/{date}/{hha}/                     | HOUR  | 2026-09-02T15:00 | s3://b/           | 2026-09-02/03PM/
            s3://b/{yyyy}/{QQQ}/{MM}/                | MONTH | 2026-09-01T00:00 | s3://b/           | 2026/Q3/09/
            s3://b/{'MMM G'yyyy''MM}/                | MONTH | 2026-09-01T00:00 | s3://b/           | MMM G2026'09/
            data/kpi/x-{date}.parquet/               | DAY   | 2026-01-02T00:00 | data/kpi/         | x-2026-01-02.parquet/
            s3://b/{date}-{HH}/                      | HOUR  | 2026-01-05T13:00 | s3://b/           | 2026-01-05-13/
            s3://b/{yyyy-MM}-{dd}/                   | DAY   | 2026-01-05T00:00 | s3://b/           | 2026-01-05/
            s3://b/{yyyy}-{MM}-{dd}-{HH}/            | HOUR  | 2026-01-05T13:00 | s3://b/           | 2026-01-05-13/
            s3://b/{date}T{HH}-x/                    | HOUR  | 2026-01-05T13:00 | s3://b/           | 2026-01-05T13-x/
            s3://b/{date}-{date+1d}/                 | DAY   | 2026-01-31T00:00 | s3://b/           | 2026-01-31-2026-02-01/
            s3://b/{yyyyMM}01-{yyyyMM+1M}01/         | MONTH | 2026-01-01T00:00 | s3://b/           | 20260101-20260201/
            s3://b/{yyyy}{MM+1d}{dd}-{MM}/           | DAY   | 2026-01-31T00:00 | s3://b/           | 20260231-01/
            s3://b/{MMM}-{d}-{yyyy}/                 | DAY   | 2026-01-05T00:00 | s3://b/           | Jan-5-2026/
            s3://b/{yyyy-M}-{d}/                     | DAY   | 2026-11-05T00:00 | s3://b/           | 2026-11-5/
            s3://b/country=MM/{date}/                | DAY   | 2026-11-05T00:00 | s3://b/country=MM/ | 2026-11-05/
            file:/data/{date}/                       | DAY   | 2026-01-02T00:00 | file:/data/       | 2026-01-02/
            s3://b/{yyyy}/                           | YEAR  | 2026-01-01T00:00 | s3://b/           | 2026/
            s3://b/{yyyy}/Q{Q}/                      | QUARTER | 2026-04-01T00:00 | s3://b/         | 2026/Q2/
            s3://b/{yyyy}-{QQQ}/                     | QUARTER | 2026-10-01T00:00 | s3://b/         | 2026-Q4/
            s3://b/FY{yyyy+9M}/                      | YEAR  | 2025-04-01T00:00 | s3://b/           | FY2026/
            s3://b/FY{yyyy+3M}/                      | YEAR  | 2025-10-01T00:00 | s3://b/           | FY2026/
            s3://b/{yyyy-3M}-{yyyy+9M}/              | YEAR  | 2025-04-01T00:00 | s3://b/           | 2025-2026/
            s3://b/{yyyy+12M}/                       | YEAR  | 2025-01-01T00:00 | s3://b/           | 2026/
            s3://b/FY{yyyy+9M}-Q{Q+9M}/              | QUARTER | 2026-01-01T00:00 | s3://b/         | FY2026-Q4/
            s3://b/FY{yyyy+11M}-Q{Q+11M}/            | QUARTER | 2025-02-01T00:00 | s3://b/         | FY2026-Q1/
            s3://b/FY{yyyy+9M}/M{MM+9M}/             | MONTH | 2025-04-01T00:00 | s3://b/           | FY2026/M01/
            s3://b/FY{yyyy+9M}/{MM}/                 | MONTH | 2026-02-01T00:00 | s3://b/           | FY2026/02/
            s3://b/FY{yyyy+9M}/{MM}/                 | MONTH | 2025-04-01T00:00 | s3://b/           | FY2026/04/
            s3://b/FY{yyyy+9M}/Q{Q+9M}/{MM}/         | MONTH | 2026-01-01T00:00 | s3://b/           | FY2026/Q4/01/
            s3://b/FY{yyyy+9M}-Q{Q}/                 | QUARTER | 2026-01-01T00:00 | s3://b/         | FY2026-Q1/
            s3://b/FY{yyyy+3M}/{MM}/{dd}/            | DAY   | 2024-02-29T00:00 | s3://b/           | FY2024/02/29/
            s3://b/FY{yyyy-3M}/{MMdd}/{HH}/          | HOUR  | 2026-03-31T23:00 | s3://b/           | FY2025/0331/23/
            s3://b/{yyyy}/P{MM+9M}/                  | MONTH | 2026-04-01T00:00 | s3://b/           | 2026/P01/
            s3://b/FY{yyyy+9M}/{date}/               | DAY   | 2025-04-30T00:00 | s3://b/           | FY2026/2025-04-30/
            s3://b/{yyyyMMdd}-{yyyyMMdd+1M}/         | MONTH | 2026-01-01T00:00 | s3://b/           | 20260101-20260201/
            s3://b/{yyyyMMdd}-{yyyyMMdd+1M-1d}/      | MONTH | 2024-02-01T00:00 | s3://b/           | 20240201-20240229/
            s3://b/{date+1M-1d}/                     | MONTH | 2024-02-01T00:00 | s3://b/           | 2024-02-29/
            s3://b/{yyyyMMdd}-{yyyyMMdd+3M-1d}/      | QUARTER | 2026-04-01T00:00 | s3://b/         | 20260401-20260630/
            s3://b/{yyyyMMdd}_to_{yyyyMMdd+12M}/     | YEAR  | 2026-01-01T00:00 | s3://b/           | 20260101_to_20270101/
            s3://b/{yyyyMM}/costs-{yyyyMMdd}-{yyyyMMdd+1M}.csv/ | MONTH | 2026-12-01T00:00 | s3://b/ | 202612/costs-20261201-20270101.csv/
            s3://b/{yyyy}/{date+12M-1d}/             | YEAR  | 2026-01-01T00:00 | s3://b/           | 2026/2026-12-31/
            s3://b/{yyyy-3M}0401-{yyyy+9M}0331/      | YEAR  | 2025-04-01T00:00 | s3://b/           | 20250401-20260331/
            s3://b/{date}_{date+6d}/                 | DAY   | 2026-01-06T00:00 | s3://b/           | 2026-01-06_2026-01-12/
            s3://b/dt={date}/exp={date+7d}/          | DAY   | 2026-01-06T00:00 | s3://b/           | dt=2026-01-06/exp=2026-01-13/
            s3://b/dt={date}/exp={date+1M}/          | DAY   | 2026-01-30T00:00 | s3://b/           | dt=2026-01-30/exp=2026-02-28/
            s3://b/dt={date}/exp={date+12M}/         | DAY   | 2024-02-29T00:00 | s3://b/           | dt=2024-02-29/exp=2025-02-28/
            s3://b/dt={date}_exp={date+12M}/         | DAY   | 2026-01-06T00:00 | s3://b/           | dt=2026-01-06_exp=2027-01-06/
            s3://b/{date-6d}_{date}/                 | DAY   | 2026-01-06T00:00 | s3://b/           | 2025-12-31_2026-01-06/
            s3://b/{yyyyMMdd-7d}-{yyyyMMdd}/         | DAY   | 2026-01-06T00:00 | s3://b/           | 20251230-20260106/
            s3://b/{yyyyMMdd-12M}-{yyyyMMdd}/        | DAY   | 2026-01-06T00:00 | s3://b/           | 20250106-20260106/
            s3://b/{yyyyMMdd}-{yyyyMMdd+2M}/         | DAY   | 2026-01-06T00:00 | s3://b/           | 20260106-20260306/
            s3://b/{yyyyMMdd}-{yyyyMMdd+6M}/         | DAY   | 2026-01-06T00:00 | s3://b/           | 20260106-20260706/
            s3://b/{yyyyMMdd}-{yyyyMMdd+15M-1d}/     | DAY   | 2026-01-06T00:00 | s3://b/           | 20260106-20270405/
            s3://b/{yyyyMMdd}-{yyyyMMdd+1M}/{HH}/    | HOUR  | 2026-01-06T05:00 | s3://b/           | 20260106-20260206/05/
            """)
    void renders_paths_and_parses_them_back(
            String template, String name, LocalDateTime from, String root, String path) {
        Location location = Location.of(template);
        Period period = location.period().orElseThrow();

        assertThat(period).hasToString(name.toLowerCase(Locale.ROOT));
        assertThat(location.root()).isEqualTo(root);
        assertThat(location.at(span(period, from)).path()).isEqualTo(path);
        assertThat(location.parse(path)).contains(from);
        assertThat(location.parse(path.substring(0, path.length() - 1))).contains(from);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {date}/{HHmm}/     | 15 | 2026-01-02T05:30 | 2026-01-02/0530/
            {date}/{HH}/{mm}/  | 5  | 2026-01-02T05:35 | 2026-01-02/05/35/
            {yyyyMMdd-HHmm}00/ | 30 | 2026-01-02T23:30 | 20260102-233000/
            {date+15m}/{HHmm+15m}/ | 15 | 2026-01-02T23:45 | 2026-01-03/0000/
            """)
    void a_partition_can_cover_several_minutes(String template, int minutes, LocalDateTime from, String path) {
        Location location = Location.of("s3://b/" + template).lasting(Period.minutes(minutes));

        assertThat(location.period()).contains(Period.minutes(minutes));
        assertThat(location.at(span(Period.minutes(minutes), from)).path()).isEqualTo(path);
        assertThat(location.parse(path)).contains(from);
        assertThat(location.parse(path.replaceFirst("[05]([0/]*)$", "7$1"))).isEmpty();
        assertThat(location.sortsByTime()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            dt={yyyy-MM-DD}         | 'DD'         | dd
            {yyyy}/{MM}/{DD}        | 'DD'         | dd
            {yyyy}/{DD}             | 'DD'         | dd
            {yyyyMMDDD}             | 'DDD'        | dd
            {date}/{kk}             | 'kk'         | HH
            {date}/{k}              | 'k'          | HH
            {yyyyMMddKK}            | 'KK'         | HH
            {date}/{hh}             | 'hh'         | HH
            {yyyy-MM-dd-hh}         | 'hh'         | HH
            {YYYY}/{MM}/{dd}        | 'YYYY'       | yyyy
            {YYYYMMdd}              | 'YYYY'       | yyyy
            {YY-MM-dd}              | 'YY'         | yyyy
            {yyyy-'W'ww}            | 'yyyy'       | YYYY
            {yyyy}/{ww}             | 'yyyy'       | YYYY
            {yyyy-mm-dd}            | 'mm'         | MM
            {yyyy}/{mm}/{dd}/{HH}   | 'mm'         | MM
            {yyyyMMddHHMM}          | 'MM'         | minute
            dt=YYYY-MM-DD           | 'YYYY-MM-DD' | {date}
            YYYY/MM/DD              | 'YYYY/MM/DD' | {yyyy}/{MM}/{dd}
            year=YYYY/month={MM}    | 'YYYY'       | {date}
            {yyyy}/month=MM/{dd}    | 'MM'         | {date}
            {yyyy}/{MM}/DD          | 'DD'         | {date}
            {yyyy}/{MM}/day=dd      | 'dd'         | {date}
            dt=DD-MM-YYYY           | 'DD-MM-YYYY' | {date}
            x_YYYYMMDD.csv          | 'YYYYMMDD'   | {date}
            x_yymmdd                | 'yymmdd'     | {date}
            {date}/hour=HH          | 'HH'         | {date}
            dt=%Y-%m-%d             | '%Y-%m-%d'   | {date}
            %Y%m%d                  | '%Y%m%d'     | {date}
            dt=%F                   | '%F'         | {date}
            dt=<date>               | '<date>'     | {date}
            {date}/hour=%H          | '%H'         | {date}
            {yyyy}/{MM}/%d          | '%d'         | {date}
            dt=$(date +%F)          | '$(date +%F)' | {date}
            dt=$run_date            | '$run_date'  | {date}
            dt=$DATE                | '$DATE'      | {date}
            dt=[date]               | '[date]'     | {date}
            kpi_{date}-HH.csv       | 'HH'         | {date}
            {yyyy}-MM-dd            | 'MM'         | {date}
            {yyyy}MM                | 'MM'         | {date}
            */dt={date}             | '*'          | separate dataset
            dt={date}-*/{HH}        | '*'          | separate dataset
            {yyyy}/*/{MM}/{dd}      | '*'          | separate dataset
            data/*                  | '*'          | separate dataset
            dt={date}/**            | '**'         | single name
            """)
    void refuses_names_that_are_not_the_dates_that_were_meant(String path, String wrong, String right) {
        String template = "s3://b/lake/" + path + "/";
        assertThatThrownBy(() -> {
                    LiteralNames.check(template);
                    Location.of(template);
                })
                .hasMessageStartingWith(wrong.startsWith("'*") ? "unsupported " + wrong : wrong + " in ")
                .hasMessageContaining(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Fd", "%dd", "x_$folder$", "$LATEST", "a=[b]", "MM", "country=DD", "@home"})
    void allows_names_that_only_resemble_dates_of_other_tools(String name) {
        assertThatCode(() -> LiteralNames.check("s3://b/" + name + "/{date}/")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @Survives(Hazard.DATES)
    @CsvSource(delimiter = '|', textBlock = """
            s3://b/x/kpi_{yyyyMMdd}.csv          | s3://b/x/ | kpi_20260105.csv        | kpi_20260105.csv
            s3://b/x/kpi_{yyyyMMdd}.csv          | s3://b/x/ | kpi_20260105.csv        | kpi_20260105.csv/part-0
            s3://b/{yyyy}/{MM}/r_{yyyyMMdd}.json.gz | s3://b/ | 2026/01/r_20260105.json.gz | 2026/01/r_20260105.json.gz
            s3://b/E2.{date}-00.*.gz             | s3://b/   | E2.2026-01-05-00.*.gz   | E2.2026-01-05-00.ab12.gz
            s3://b/run={date}-*/                 | s3://b/   | run=2026-01-05-*/       | run=2026-01-05-04-17/part-0
            s3://b/dt={date}/batch=*/            | s3://b/   | dt=2026-01-05/batch=*/  | dt=2026-01-05/batch=0615/a/b
            s3://b/dt={date}/*/*.csv             | s3://b/   | dt=2026-01-05/*/*.csv   | dt=2026-01-05/a/b.csv
            s3://b/kpi_{date}*                   | s3://b/   | kpi_2026-01-05*         | kpi_2026-01-05
            s3://b/kpi_{date}_                   | s3://b/   | kpi_2026-01-05_*        | kpi_2026-01-05_1.csv
            s3://b/{date}-                       | s3://b/   | 2026-01-05-*            | 2026-01-05-10-12-13-ABC
            s3://b/{yyyy-M-d}-*/                 | s3://b/   | 2026-1-5-*/             | 2026-1-5-x/y
            """)
    void a_location_can_name_files_or_contain_wildcards(String template, String root, String path, String key) {
        Location location = Location.of(template);
        LocalDateTime day = LocalDateTime.parse("2026-01-05T00:00");
        Partition partition = location.at(span(Period.DAY, day));

        assertThat(location.period()).contains(Period.DAY);
        assertThat(location.root()).isEqualTo(root);
        assertThat(partition.path()).isEqualTo(path);
        assertThat(location.parse(path)).contains(day);
        assertThat(key).startsWith(partition.prefix());
        assertThat(partition.find(key)).isPresent();
        assertThat(location.pathOf(key)).contains(path);
        assertThat(location.timeOfObject(root + key)).contains(day);
        assertThat(location.isSingleFolder()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3://b/x/kpi_{yyyyMMdd}.csv | kpi_20260105.csv.sha256 kpi_20260105.csv.done kpi_20260106.csv kpi_20260105 a/kpi_20260105.csv
            s3://b/E2.{date}-00.*.gz    | E2.2026-01-05-00.ab.txt E2.2026-01-05-00.gz E2.2026-01-05-00.a/b.gz E2.2026-01-05-01.a.gz
            s3://b/run={date}-*/        | run=2026-01-05-04-17 run=2026-01-05/part-0 run=2026-01-06-1/part-0 run=2026-01-05
            s3://b/dt={date}/batch=*/   | dt=2026-01-05/part-0 dt=2026-01-05/batch=1 dt=2026-01-05/other/x dt=2026-01-05/a/batch=1/x
            """)
    void other_files_next_to_it_are_not_in_a_partition(String template, String keys) {
        Location location = Location.of(template);
        Partition partition = location.at(span(Period.DAY, LocalDateTime.parse("2026-01-05T00:00")));

        assertThat(keys.split(" ")).allSatisfy(key -> {
            assertThat(partition.find(key)).isEmpty();
            assertThat(location.timeOfObject(location.root() + key))
                    .isNotEqualTo(Optional.of(LocalDateTime.parse("2026-01-05T00:00")));
        });
    }

    @Test
    void an_undated_location_can_name_a_file() {
        Location location = Location.of("s3://b/latest/current.csv");

        assertThat(location.undated())
                .isEqualTo(new Partition("s3://b/latest/", "current.csv", Optional.empty()))
                .extracting(Partition::label)
                .isEqualTo("");
        assertThat(location.accountsFor("s3://b/latest/other/")).isFalse();
        assertThat(Location.of("s3://my.bucket").root()).isEqualTo("s3://my.bucket/");
        assertThat(Location.of("s3://b/v1.2").root()).isEqualTo("s3://b/v1.2/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3://b/kpi_{date}.csv              | kpi_2026-01-05.csv/                   | x/ kpi_2026-01-05/ kpi_2026-13-05.csv/
            s3://b/{yyyy}/{MM}/kpi_{date}.csv  | 2026/ 2026/01/ 2026/01/kpi_2026-01-05.csv/ | x/ 2026/13/ 2026/01/sub/
            s3://b/run={date}-*/               | run=2026-01-05-04/ run=2026-01-05-04/x/ | run=2026-13-05-04/ run=2026-01-05/
            s3://b/{yyyyMMdd}-{yyyyMMdd+1M}/x=*/ | 20260101-20260201/ 20260201-20260301/x=1/ | 20260102-20260202/ 20260102-20260202/x=1/ 20260101-20260301/
            s3://b/{date+1M-1d}/run=*/x/       | 2026-01-31/ 2026-02-28/run=1/ | 2026-01-30/ 2026-02-27/run=1/
            s3://b/{YYYY-'W'ww}/{YYYY}/        | 2026-W01/ 2026-W01/2026/              | 2026-W01/2025/
            s3://b/run={date}-*/x/             | run=2026-01-05-04/                    | run=2026-13-05-04/
            s3://b/FY{yyyy+9M}/{yyyy}Q{Q}/     | FY2026/ FY2026/2025Q2/                | FY2026/2026Q2/
            s3://b/dt={date}/batch=*/          | dt=2026-01-05/ dt=2026-01-05/batch=1/ | dt=2026-1-5/ dt=2026-01-05/other/
            """)
    void accounts_only_for_folders_that_match(String template, String own, String strays) {
        Location location = Location.of(template);

        assertThat(own.split(" ")).allMatch(folder -> location.accountsFor("s3://b/" + folder));
        assertThat(strays.split(" ")).noneMatch(folder -> location.accountsFor("s3://b/" + folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://b/{yyyy-M-d}*", "s3://b/{yyyy}-{M}*/", "s3://b/{yyyyMd}*.csv"})
    void rejects_a_wildcard_that_matches_other_dates(String template) {
        assertThatThrownBy(() -> Location.of(template)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_wildcard_takes_linear_time() {
        assertThat(Wildcards.matches("*a".repeat(400) + "b", "a".repeat(1000))).isFalse();
        assertThat(Wildcards.matches("*a*/*b", "xaax/ab")).isTrue();
        assertThat(Wildcards.matches("*/b", "a/a/b")).isFalse();
    }

    @Test
    void rejects_a_slash_inside_braces() {
        assertThatThrownBy(() -> Location.of("s3://b/{yyyy/MM/dd}/"))
                .hasMessageContaining("'{yyyy/MM/dd}' contains a slash")
                .hasMessageContaining("{yyyy}/{MM}/{dd}");
    }

    @Test
    void parses_back_every_path_and_renders_no_two_alike() {
        Random random = new Random(42);
        List<String> templates = List.of(
                "s3://b/dt={date}/",
                "s3://b/{yyyy}/{MM}/{dd}/",
                "s3://b/{date}/{HH}/",
                "s3://b/{yyyyMMddHH}/",
                "s3://b/{yyyy-MM}/",
                "s3://b/{YYYY-'W'ww}/",
                "s3://b/{YYYY}/{ww}/{e}/",
                "s3://b/dt={date+1d}/",
                "s3://b/{yyyy}/run={date-3d}/",
                "s3://b/{yyyy}/{DDD}/",
                "s3://b/{yyyy}/{MMM}/{dd}/",
                "s3://b/{yyyy}/{MMMM}/",
                "s3://b/{date}/{hha}/");
        for (String template : templates) {
            Location location = Location.of(template);
            Period period = location.period().orElseThrow();
            for (int i = 0; i < 200; i++) {
                LocalDateTime from =
                        period.floor(LocalDateTime.of(1999, 12, 31, 0, 0).plusHours(random.nextInt(50 * 366 * 24)));
                String path = location.at(span(period, from)).path();

                assertThat(location.parse(path)).as("%s of %s", path, template).contains(from);
                for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                    assertThat(location.accountsFor(location.root() + path.substring(0, slash + 1)))
                            .as("parent of %s in %s", path, template)
                            .isTrue();
                }
                assertThat(location.at(span(period, period.step(from, 1))).path())
                        .isNotEqualTo(path);
            }
        }
    }

    @Test
    void month_and_day_names_are_the_same_on_every_machine() {
        Location location = Location.of("s3://b/{yyyy-MMM-dd-EEE}/");
        LocalDateTime january = LocalDateTime.of(2026, 1, 5, 0, 0);

        assertThat(IntStream.range(0, 12).mapToObj(i -> location.at(span(Period.DAY, january.plusMonths(i)))
                        .path()))
                .containsExactly(
                        "2026-Jan-05-Mon/",
                        "2026-Feb-05-Thu/",
                        "2026-Mar-05-Thu/",
                        "2026-Apr-05-Sun/",
                        "2026-May-05-Tue/",
                        "2026-Jun-05-Fri/",
                        "2026-Jul-05-Sun/",
                        "2026-Aug-05-Wed/",
                        "2026-Sep-05-Sat/",
                        "2026-Oct-05-Mon/",
                        "2026-Nov-05-Thu/",
                        "2026-Dec-05-Sat/");
        assertThat(location.parse("2026-Sept-05-Sat/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dt=2026-02-30/",
                "dt=2026-1-2/",
                "dt=2026-01-02/x/",
                "x/dt=2026-01-02/",
                "dt=/",
                "",
                "dt=2026-01-02T00/",
                "dt=\u0662\u0660\u0662\u0666-01-02/",
                "dt=2026-01-02\n/",
                "dt=0000-01-01/",
                "dt=2026-01-02//"
            })
    void does_not_parse_stray_paths(String stray) {
        assertThat(Location.of("s3://b/kpi/dt={date}/").parse(stray)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            s3://b/kpi/dt={date}/         | 2026-01-05T00:00 | ''
            s3://b/{yyyy}/{MM}/{dd}/      | 2026-01-05T00:00 | '',2026/,2026/01/
            s3://b/dt={date}/hour={HH}/   | 2026-01-05T07:00 | '',dt=2026-01-05/
            s3://b/dt={date}/data/        | 2026-01-05T00:00 | ''
            s3://b/{yyyy}/data/{MM}/      | 2026-01-01T00:00 | '',2026/data/
            s3://b/{yyyy}/{MM}/x={date+1d}/y/ | 2026-01-31T00:00 | '',2026/,2026/01/
            """)
    void lists_the_parents_whose_subfolders_contain_dates(String template, LocalDateTime from, String folders) {
        Location location = Location.of(template);
        Partition partition = location.at(span(location.period().orElseThrow(), from));

        assertThat(location.datedParents(partition))
                .containsExactly(folders.replace("'", "").split(",", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3://b/kpi/dt={date}/       | dt=2026-01-05/ dt=1999-12-31/ dt=2024-02-29/ dt=2026-01-05/x/y/
            s3://b/{yyyy}/{MM}/{dd}/    | 2026/ 0001/ 9999/ 2026/02/ 2026/12/ 2026/02/28/ 2024/02/29/ 2026/02/28/x/
            s3://b/{YYYY}/{'W'ww}/      | 2026/ 2020/W53/ 2026/W01/
            s3://b/{yyyy}/Q{Q}/{MM}/    | 2026/ 2026/Q4/ 2026/Q4/11/
            s3://b/{dd}/{MM}/{yyyy}/    | 31/ 31/12/ 29/02/ 31/12/2026/
            s3://b/{HH}/{date}/         | 23/ 23/2026-01-05/
            s3://b/{date}/{a}/{hh}/     | 2026-01-05/ 2026-01-05/PM/ 2026-01-05/PM/12/
            s3://b/{date}/{hh}/{a}/     | 2026-01-05/ 2026-01-05/11/ 2026-01-05/11/PM/
            s3://b/{EEE}/{date}/        | Sun/ Mon/2026-01-05/
            s3://b/{yyyy}/{DDD}/        | 2026/ 2024/366/
            s3://b/{DDD}/{yyyy}/        | 366/ 365/2026/
            s3://b/{yyyy}/run={date-3d}/ | 2026/ 2026/run=2025-12-29/
            s3://b/dt={date}/data/      | dt=2026-01-05/ dt=2026-01-05/data/
            """)
    void accounts_for_folders_of_any_date_in_its_format(String template, String folders) {
        Location location = Location.of(template);

        assertThat(folders.split(" ")).allSatisfy(folder -> assertThat(location.accountsFor(location.root() + folder))
                .isTrue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3://b/kpi/dt={date}/       | dt=2026-1-5/ dt=2026-13-01/ dt=2026-02-29/ dt=null/ dt=/ / date=2026-01-05/ 2026-01-05/
            s3://b/kpi/dt={date}/       | dt=__HIVE_DEFAULT_PARTITION__/ DT=2026-01-05/ dt=2026-01-05x/ dt=20260105/ archive/
            s3://b/{yyyy}/{MM}/{dd}/    | 26/ 20260105/ 0000/ 2026-01/ null/ 2026/1/ 2026/13/ 2026/00/ 2026/01/5/ 2026/02/30/ 2026//
            s3://b/{YYYY}/{'W'ww}/      | 2026/W54/ 2026/W00/ 2026/1/ 2025/W53/
            s3://b/{yyyy}/Q{Q}/{MM}/    | 2026/Q5/ 2026/Q4/01/
            s3://b/{dd}/{MM}/{yyyy}/    | 32/ 30/02/ 29/02/2026/
            s3://b/{date}/{HH}/         | 2026-01-05/24/ 2026-01-05/7/
            s3://b/dt={date}/data/      | dt=2026-01-05x/ dt=2026-01-05/date/
            """)
    void does_not_account_for_folders_in_another_format(String template, String folders) {
        Location location = Location.of(template);

        assertThat(folders.split(" ")).allSatisfy(folder -> assertThat(location.accountsFor(location.root() + folder))
                .isFalse());
    }

    @Test
    void accounts_for_parents_of_its_root_but_not_for_their_siblings() {
        Location location = Location.of("s3://b/kpi/dt={date}/");

        assertThat(location.accountsFor("s3://b/")).isTrue();
        assertThat(location.accountsFor("s3://b/kpi/")).isTrue();
        assertThat(location.accountsFor("s3://b/kpi2/")).isFalse();
        assertThat(location.accountsFor("s3://c/kpi/dt=2026-01-05/")).isFalse();
    }

    @Test
    void an_undated_location_accounts_for_everything_below_it() {
        Location location = Location.of("s3://b/ref/");

        assertThat(location.accountsFor("s3://b/ref/any/")).isTrue();
        assertThat(location.accountsFor("s3://b/other/")).isFalse();
        assertThat(location.datedParents(location.undated())).isEmpty();
    }

    @Test
    void does_not_parse_paths_whose_dates_contradict_each_other() {
        Location location = Location.of("s3://b/{yyyy}/{MM}/dt={date}/");

        assertThat(location.parse("2026/01/dt=2026-01-02/")).isPresent();
        assertThat(location.parse("2026/02/dt=2026-01-02/")).isEmpty();
    }

    @Test
    void a_location_without_dates_has_one_partition() {
        Location location = Location.of("s3://refined/reference");

        assertThat(location.period()).isEmpty();
        assertThat(location.undated()).isEqualTo(new Partition("s3://refined/reference/", "", Optional.empty()));
        assertThat(location.undated().folder()).isEqualTo("s3://refined/reference/");
        assertThat(location.undated().label()).isEmpty();
        assertThat(location.parse("dt=2026-01-02/")).isEmpty();
    }

    @Test
    void a_partition_has_a_folder_and_a_label() {
        Partition partition = Location.of("s3://b/kpi/dt={date}/hour={HH}/")
                .at(span(Period.HOUR, LocalDateTime.parse("2026-01-02T05:00")));

        assertThat(partition.folder()).isEqualTo("s3://b/kpi/dt=2026-01-02/hour=05/");
        assertThat(partition).hasToString("s3://b/kpi/dt=2026-01-02/hour=05/");
        assertThat(partition.label()).isEqualTo("dt=2026-01-02/hour=05");
    }

    @Test
    void locations_are_equal_if_their_templates_are_except_for_a_final_slash() {
        assertThat(Location.of("s3://b/{date}"))
                .isEqualTo(Location.of("s3://b/{date}/"))
                .hasSameHashCodeAs(Location.of("s3://b/{date}/"));
        assertThat(Location.of("s3://b/{date}")).isNotEqualTo(Location.of("s3://b/{yyyy-MM-dd}/"));
        assertThat(Location.of("s3://b/{date}")).hasToString("s3://b/{date}/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3://b/{yyyy}/                | OK
            s3://b/{MM}/{dd}/             | such as the year
            s3://b/{HH}/                  | such as the year
            s3://b/{date}/{hh}/           | 'hh' in {date}/{hh}/
            s3://b/{YYYY-MM-dd}/          | 'YYYY' in {YYYY-MM-dd}/
            s3://b/{yyyy-'W'ww}/          | 'yyyy' in {yyyy-'W'ww}/
            s3://b/{yy}/{MM}/{dd}x{yyyy}y | OK
            s3://b/{date+3M-1d}/          | OK
            s3://b/{date+1M}/             | do not identify a single day
            s3://b/{date-1M}/             | do not identify a single day
            s3://b/{date+6M-1d}/          | do not identify a single day
            s3://b/{date+15M-1d}/         | do not identify a single day
            s3://b/{date+4M-1d}/          | do not identify a single day
            s3://b/{date+1M-1d}/{HH}/     | do not identify a single hour
            s3://b/{yyyy+9M}/{MM+9M}/{dd+9M}/ | do not identify a single day
            s3://b/{date}/{mm}/           | do not identify a single
            s3://b/{date}/{ss}/           | the shortest period is a minute
            s3://b/{date}/{nnnnnn}/       | the shortest period is a minute
            s3://b/{}/                    | '{}' is empty. Put a date pattern in the braces
            s3://b/{ }/                   | '{}' is empty
            s3://b/{+1d}/                 | '{}' is empty
            s3://b/{dat}/                 | '{dat}' is not a date pattern: unknown pattern letter 't'
            s3://b/{data}/                | '{data}' is not a date pattern:
            s3://b/{date}/{X}/            | 'X' does not apply to a local date and time
            s3://b/{VV}/                  | 'VV' does not apply
            s3://b/{date+1x}/             | is not a date pattern
            s3://b/{G yyyy-MM-dd}/        | '{G yyyy-MM-dd}' is not a date pattern: 'G' produces text that depends
            s3://b/{yyyy-MMMMM-dd}/       | 'MMMMM' produces text that depends on the machine's locale (only MMM, MMMM
            s3://b/{date}/{hh B}/         | 'B' produces text that depends on the machine's locale
            s3://b/{date}/{EEEEE}/        | 'EEEEE' produces text that depends
            s3://b/{date}/{QQQQ}/         | 'QQQQ' produces text that depends
            s3://b/{yyyy-'MMM}/           | is not a date pattern
            s3://b/{date/                 | unmatched brace in '{date/'
            s3://b/date}/                 | OK
            s3://b/{date}}/               | unmatched brace
            s3://b/{{date}}/              | unmatched brace
            s3://{date}/kpi/              | starts with a date. Put a bucket or parent folder first
            s3://bucket-{yyyy-MM}/kpi/    | starts with a date. Put a bucket or parent folder first
            {date}/                       | starts with a date
            dt={date}/                    | starts with a date
            """)
    void rejects_templates_whose_period_is_undetermined(String template, String message) {
        if (message.equals("OK")) {
            assertThat(Location.of(template)).isNotNull();
            return;
        }
        assertThatThrownBy(() -> Location.of(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void rejects_an_empty_location() {
        assertThatThrownBy(() -> Location.of(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the location is empty");
    }

    private static Span span(Period period, LocalDateTime from) {
        return new Span(period, from, ZoneOffset.UTC, Duration.ZERO);
    }
}
