-- SPDX-License-Identifier: Apache-2.0
-- Generates the raw events adverts, views and leads. Requires the table days (n, starts, seconds, views) and the
-- variables stock and new_adverts_a_day.

-- 64 pseudo-random bits for an event and a purpose. Hashed twice: after one hash, the numbers for two purposes would
-- differ by a constant XOR, and all late events would fall into the same hour.
CREATE MACRO chance(i, purpose) AS hash(hash(i, purpose));

-- A number from 0 (included) to 1 (excluded).
CREATE MACRO dice(i, purpose) AS (chance(i, purpose) >> 11)::DOUBLE / 9007199254740992.0;

CREATE MACRO pick(i, purpose, words) AS words[1 + (chance(i, purpose) % len(words))::INT];

-- The initial stock, the new adverts of each day, and a price cut for one advert in 25 on each day.
CREATE VIEW adverts AS
WITH placed AS (
  SELECT unnest(range(1, getvariable('stock') + 1)) AS advert_id, starts, 0 AS seconds
  FROM days WHERE n = 0
  UNION ALL
  SELECT getvariable('stock') + getvariable('new_adverts_a_day') * n + unnest(range(1, getvariable('new_adverts_a_day') + 1)),
    starts, seconds
  FROM days
), change AS (
  SELECT advert_id, starts + to_seconds(seconds * dice(advert_id, 'placed')) AS happened_at, 0 AS cuts
  FROM placed
  UNION ALL
  SELECT advert_id, days.starts + to_seconds(days.seconds * dice(hash(advert_id, n), 'cut')), n
  FROM days JOIN placed ON placed.starts < days.starts AND chance(advert_id, n) % 25 = 0
)
SELECT
  md5(concat_ws('/', 'advert', advert_id, cuts)) AS event_id,
  happened_at,
  happened_at + to_seconds(5 * dice(hash(advert_id, cuts), 'lag')) AS arrived_at,
  advert_id,
  1 + (1800 * pow(dice(advert_id, 'dealer'), 2))::INT AS dealer_id,
  pick(advert_id, 'make', ['Ford', 'Vauxhall', 'Volkswagen', 'BMW', 'Audi', 'Toyota', 'Kia', 'Nissan']) AS make,
  pick(advert_id, 'body', ['hatchback', 'saloon', 'estate', 'suv', 'van']) AS body,
  2008 + (18 * dice(advert_id, 'year'))::INT AS year,
  pick(advert_id, 'region', ['London', 'South', 'Midlands', 'North', 'Scotland', 'Wales']) AS region,
  ((1500 + 40000 * pow(dice(advert_id, 'price'), 2)) * (1 - 0.01 * cuts))::INT AS price
FROM change;

-- One row per view, with the number of adverts at the end of its day. The number of views varies by up to 4 % a day.
-- This is a table rather than a view so that DuckDB reads it in parallel.
CREATE TABLE traffic AS
SELECT
  n * 10000000 + unnest(range((views * (0.96 + 0.08 * dice(starts, 'views')))::INT)) AS i,
  starts,
  seconds,
  getvariable('stock') + getvariable('new_adverts_a_day') * (n + 1) AS stock
FROM days;

-- Views peak at 20:00 and are rare at 08:00. New adverts get the most views. One view in 50 is delivered twice, one in
-- 30 up to 2 hours late, and one in 500 from 3 to 30 hours late.
CREATE TABLE views AS
WITH delivered AS (
  SELECT
    i,
    starts + to_milliseconds(
      (1000 * seconds * fmod(0.33 + (dice(i, 'hour') + dice(i, 'minute')) / 2, 1))::BIGINT) AS happened_at,
    (stock - floor(stock * pow(dice(i, 'advert'), 1.6)))::INT
      + CASE WHEN dice(i, 'unknown') < 0.005 THEN 9000000 ELSE 0 END AS advert_id,
    unnest(CASE WHEN dice(i, 'again') < 0.02 THEN [0, 30] ELSE [0] END) AS again
  FROM traffic
)
SELECT
  md5(concat('view/', i)) AS event_id,
  happened_at,
  happened_at + to_milliseconds((1000 * (again + CASE
    WHEN dice(i, 'late') < 0.002 THEN 10800 + 97200 * dice(i, 'lag')
    WHEN dice(i, 'late') < 0.035 THEN 7200 * dice(i, 'lag')
    ELSE 5 * dice(i, 'lag') END))::BIGINT) AS arrived_at,
  advert_id,
  md5(concat('visitor/', (60000 * pow(dice(i, 'visitor'), 1.3))::INT)) AS visitor,
  CASE WHEN dice(i, 'channel') < 0.4 THEN 'app' WHEN dice(i, 'channel') < 0.9 THEN 'web' ELSE 'partner' END AS channel,
  (3 + 240 * pow(dice(i, 'seconds'), 3))::INT AS seconds
FROM delivered;

-- One view in 30 leads to a contact 20 seconds later. A lead is duplicated if its view is.
CREATE VIEW leads AS
SELECT
  md5(concat('lead/', event_id)) AS event_id,
  happened_at + INTERVAL 20 SECOND AS happened_at,
  arrived_at + INTERVAL 20 SECOND AS arrived_at,
  advert_id,
  visitor,
  pick(event_id, 'kind', ['call', 'email', 'chat', 'finance']) AS kind
FROM views
WHERE chance(event_id, 'lead') % 30 = 0;
