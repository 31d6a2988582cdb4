// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/**
 * How much data a job writes for one period.
 *
 * @param bytes the typical size at the end of the history
 * @param growth the growth in a year, such as 0.3
 * @param weekend the size on Saturday and Sunday, as a share of that on other days
 * @param night the size at 03:00, as a share of that at 15:00
 * @param noise the standard deviation of the logarithm of the size
 * @param idle the share of periods without any data
 * @param first the size on the 1st of each month, as a multiple of that on other days
 */
record Volume(double bytes, double growth, double weekend, double night, double noise, double idle, double first) {

    static Volume of(double bytes) {
        return new Volume(bytes, 0.3, 0.6, 1, 0.08, 0, 1);
    }

    Volume weekend(double share) {
        return new Volume(bytes, growth, share, night, noise, idle, first);
    }

    Volume night(double share) {
        return new Volume(bytes, growth, weekend, share, noise, idle, first);
    }

    Volume noise(double deviation) {
        return new Volume(bytes, growth, weekend, night, deviation, idle, first);
    }

    Volume idle(double share) {
        return new Volume(bytes, growth, weekend, night, noise, share, first);
    }

    Volume first(double multiple) {
        return new Volume(bytes, growth, weekend, night, noise, idle, multiple);
    }

    /** Returns the size of the data in bytes; 0 if there is none. */
    double at(LocalDateTime from, Random random) {
        if (random.nextDouble() < idle) {
            return 0;
        }
        double years = ChronoUnit.HOURS.between(Rhythm.END, from) / (365.25 * 24);
        double day = from.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? weekend : 1;
        double month = from.getDayOfMonth() == 1 ? first : 1;
        double hour = 1 - (1 - night) * (1 + Math.cos((from.getHour() - 3) * Math.PI / 12)) / 2;
        return bytes * Math.pow(1 + growth, years) * month * day * hour * Math.exp(noise * random.nextGaussian());
    }
}
