package org.yiwang.worktime;

import java.util.Locale;

/**
 * How long something may take. In JSON {@code {"amount": 4, "unit": "working-hours"}}.
 *
 * @param amount from 0 to {@link #AMOUNT_MAX}
 */
public record Limit(int amount, LimitUnit unit) {
    public static final int AMOUNT_MAX = 100_000;

    public Limit {
        if (amount < 0 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException("A limit lies between 0 and %d, not %d".formatted(AMOUNT_MAX, amount));
        }
    }

    public static Limit workingMinutes(int amount) {
        return new Limit(amount, LimitUnit.WORKING_MINUTES);
    }

    public static Limit workingHours(int amount) {
        return new Limit(amount, LimitUnit.WORKING_HOURS);
    }

    public static Limit workingDays(int amount) {
        return new Limit(amount, LimitUnit.WORKING_DAYS);
    }

    public static Limit minutes(int amount) {
        return new Limit(amount, LimitUnit.MINUTES);
    }

    public static Limit hours(int amount) {
        return new Limit(amount, LimitUnit.HOURS);
    }

    public static Limit days(int amount) {
        return new Limit(amount, LimitUnit.DAYS);
    }

    /** Such as “4 个工作小时” or “4 working hours”. */
    public String words(Locale locale) {
        return amount + " " + unit.words(amount, locale);
    }

    long seconds() {
        return (long) amount * unit.seconds();
    }
}
