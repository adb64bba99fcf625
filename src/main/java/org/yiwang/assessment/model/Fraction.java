package org.yiwang.assessment.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A number without rounding: points of a score are shares of shares, and they have to add up to the last digit. In lowest terms, below the line positive. */
public record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
    public static final Fraction ZERO = of(BigDecimal.ZERO);
    public static final Fraction ONE = of(BigDecimal.ONE);

    public Fraction {
        if (under.signum() == 0) throw new ArithmeticException("Nothing is divided by nothing");
        BigInteger common = under.signum() < 0 ? over.gcd(under).negate() : over.gcd(under);
        over = over.divide(common);
        under = under.divide(common);
    }

    public static Fraction of(BigDecimal number) {
        return number.scale() <= 0
                ? new Fraction(number.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    public static Fraction of(long number) {
        return of(BigDecimal.valueOf(number));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    public Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    /** @throws ArithmeticException where the other is zero */
    public Fraction by(Fraction other) {
        return new Fraction(over.multiply(other.under), under.multiply(other.over));
    }

    public Fraction negated() {
        return new Fraction(over.negate(), under);
    }

    public Fraction atMost(Fraction other) {
        return compareTo(other) > 0 ? other : this;
    }

    public Fraction atLeast(Fraction other) {
        return compareTo(other) < 0 ? other : this;
    }

    public int signum() {
        return over.signum();
    }

    /** Rounded half up (四舍五入), away from zero. */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(over).divide(new BigDecimal(under), decimals, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
