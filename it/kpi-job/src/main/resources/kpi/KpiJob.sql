-- SPDX-License-Identifier: Apache-2.0
-- Creates the tables kpi and refined_leads of one day. Requires the raw streams as views (raw_adverts, raw_views,
-- raw_leads) and the variables day_start, day_end and job_start.

CREATE MACRO in_time(happened_at, arrived_at) AS
  happened_at < getvariable('day_end') AND arrived_at < getvariable('job_start');

-- The day's events that arrived in time, without duplicates: the first arrival counts.
CREATE TABLE views AS
SELECT * FROM raw_views
WHERE happened_at >= getvariable('day_start') AND in_time(happened_at, arrived_at)
QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY arrived_at) = 1;

CREATE TABLE leads AS
SELECT * FROM raw_leads
WHERE happened_at >= getvariable('day_start') AND in_time(happened_at, arrived_at)
QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY arrived_at) = 1;

-- Each advert as it was at the end of the day.
CREATE TABLE adverts AS
SELECT advert_id, dealer_id, make, body, year, region, price FROM raw_adverts
WHERE in_time(happened_at, arrived_at)
QUALIFY row_number() OVER (PARTITION BY advert_id ORDER BY happened_at DESC, event_id) = 1;

CREATE TABLE kpi AS
WITH view_counts AS (
  SELECT
    advert_id,
    count(*) AS views,
    count(DISTINCT visitor) AS visitors,
    count(*) FILTER (channel = 'app') AS app_views,
    count(*) FILTER (channel = 'partner') AS partner_views,
    sum(seconds)::INT AS seconds,
    max(happened_at) AS last_view_at
  FROM views GROUP BY advert_id
), lead_counts AS (
  SELECT advert_id, count(*) AS leads FROM leads GROUP BY advert_id
)
SELECT view_counts.*, coalesce(leads, 0) AS leads, dealer_id, make, body, year, region, price
FROM view_counts JOIN adverts USING (advert_id) LEFT JOIN lead_counts USING (advert_id);

CREATE TABLE refined_leads AS
SELECT event_id AS lead_id, happened_at, advert_id, kind, visitor, dealer_id, make, body, region, price
FROM leads JOIN adverts USING (advert_id);
