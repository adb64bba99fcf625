package org.yiwang.demonstration.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Stage;
import org.yiwang.hotline.model.OrderKind;
import org.yiwang.lists.model.ListKind;
import org.yiwang.worktime.WorkCalendar;

/**
 * The year's file: how many of what happened.
 *
 * @param now where the demonstration's clock stands when it opens, local time
 * @param committees weights by unit id
 * @param found what rounds over registers found, by the id of the round and the category
 */
public record YearPlan(
        int year,
        long seed,
        LocalDateTime now,
        Map<String, Double> committees,
        Registers registers,
        @Nullable Rounds rounds,
        @Nullable Safety safety,
        @Nullable Ground ground,
        @Nullable Devices devices,
        @Nullable Sorting sorting,
        @Nullable Map<String, Map<String, FoundThere>> found,
        @Nullable Plans plans,
        @Nullable Shopfronts shopfronts,
        @Nullable Grids grids,
        @Nullable Scores scores,
        @Nullable Orders orders,
        @Nullable List<Listed> lists,
        @Nullable Prevention prevention,
        @Nullable List<PlannedFile> files,
        List<Sky> weather,
        List<SpecialDays> days,
        Map<Channel, ChannelPlan> channels,
        List<OpenCases> open) {

    /**
     * What the hotline's callers wanted.
     *
     * @param kinds weights of the kinds of orders, by the beginning of a category; of several that fit the longest counts
     */
    public record Orders(Map<String, Map<OrderKind, Integer>> kinds) {
        /** The kind of one order; the same number is always of the same kind. */
        public OrderKind kind(String category, String number) {
            Map<OrderKind, Integer> weights = kinds.entrySet().stream()
                    .filter(entry -> category.startsWith(entry.getKey()))
                    .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                    .map(Map.Entry::getValue)
                    .orElse(Map.of(OrderKind.HELP, 1));
            int all = weights.values().stream().mapToInt(Integer::intValue).sum();
            int at = new Dice(all, "order", number.hashCode()).below(all);
            for (OrderKind kind : OrderKind.values()) {
                at -= weights.getOrDefault(kind, 0);
                if (at < 0) return kind;
            }
            return OrderKind.HELP;
        }
    }

    /**
     * A list beside the cases, and how its items went.
     *
     * @param done verified in the end, those sent back once and those given more time among them
     * @param late still with their unit after their last day
     */
    public record Listed(
            ListKind kind,
            String title,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<String> matter,
            int done,
            int sentBack,
            int extended,
            int dropped,
            int late,
            int handedIn,
            int underWay) {}

    /**
     * What the registers hold.
     *
     * @param shops along the streets, twins left out
     * @param gaps per cent of the values that may be missing
     * @param stale per cent of the entries that were last confirmed in the autumn before
     * @param twins shops that stand in the register twice
     * @param displaced shops whose place is wrong
     */
    public record Registers(int shops, int gaps, int stale, int twins, int displaced) {}

    /**
     * Several departments' grids over the same ground.
     *
     * @param since when the departments' own hold
     * @param merged when the duty table does
     * @param departments how many grids each has
     * @param split cells divided between two grids of one department
     * @param gaps cells that a department leaves out
     * @param filled of these, given to a neighbouring grid before the table
     */
    public record Grids(
            LocalDate since,
            LocalDate merged,
            Map<String, Integer> departments,
            int split,
            int gaps,
            int filled,
            @Nullable LaterGrid later) {}

    /**
     * A department's next grid, after the table.
     *
     * @param moved cells that go to another of its grids
     * @param split cells that are divided now
     */
    public record LaterGrid(String department, LocalDate from, int moved, int split) {}

    /**
     * Monthly scores of the units, and what the district's peers and the own sub-district in the year before are said to have had.
     *
     * @param assessment package and name of the formula, such as assessment/hotline
     * @param published day of the following month on which a month's scores are published
     * @param asked orders that units asked about, each the dearest on its unit's list that was not asked about yet
     * @param lastYear means of the year before, by measure or total
     * @param source what the figures of others are said to come from
     */
    public record Scores(
            String assessment,
            int published,
            String source,
            List<AskedOrder> asked,
            Map<String, Double> lastYear,
            List<Peer> peers) {}

    /**
     * @param login who asked
     * @param appeal whether a line is appealed against; otherwise the order is asked to be left out
     * @param reason code of the formula's list
     */
    public record AskedOrder(
            String month,
            String login,
            boolean appeal,
            @Nullable String reason,
            String note,
            boolean granted,
            String answer) {}

    /**
     * An invented sub-district.
     *
     * @param means of the year, by measure in per cent, or of the total in points
     * @param swing how far a month lies from the mean at most
     */
    public record Peer(String name, String nameEn, double swing, Map<String, Double> means) {}

    /**
     * How the rounds were walked.
     *
     * @param missed per cent of the stops that nobody made in time
     * @param daysOff how many times as many on days off
     * @param unproven per cent of the stops made without a position that shows it
     * @param usual between which readings lie where nothing is wrong, by the id of the round and the question
     */
    public record Rounds(
            double missed,
            double daysOff,
            double unproven,
            @Nullable Map<String, Map<String, List<Double>>> usual) {}

    /**
     * What stands in the registers of rivers, roads and streets.
     *
     * @param sections of the rivers, each with a sampling point
     * @param roads by their kind
     * @param unsettled of the ownerless roads those for which nobody must act yet
     * @param lines where shared bicycles may stand; {@code areas} likewise
     * @param spots that are guarded
     */
    public record Ground(int sections, Map<String, Integer> roads, int unsettled, int lines, int areas, int spots) {}

    /**
     * Devices that are heard.
     *
     * @param lifts buildings with a lift controller, by the name of their estate; those that are no towers are taken as slabs high enough for a lift
     * @param stations that measure a river by themselves
     */
    public record Devices(Map<String, Integer> lifts, Waste waste, int stations) {
        /** Whether a controller stands in this estate's buildings. */
        public boolean lifted(@Nullable String estate) {
            return estate != null && lifts.containsKey(estate);
        }
    }

    /**
     * Drop-off points with a sensor.
     *
     * @param pilots estates that are among them in any case
     */
    public record Waste(int points, int estates, List<String> pilots) {}

    /**
     * How households sorted at the drop-off points that are checked. Estates differ, and move by themselves.
     *
     * @param bags looked at in a check, about
     * @param rate per cent right at the beginning of the year; {@code gain}, how many points more at its end
     * @param spread of the estates' rates, in points; {@code swing}, how far a check lies from its estate's, in points
     */
    public record Sorting(
            int bags,
            double rate,
            double gain,
            double spread,
            double swing,
            @Nullable PlannedTrial trial) {}

    /**
     * A trial of the withdrawal of guides.
     *
     * @param by sign-in name of whoever plans it and decides
     * @param starts first day without a guide, by estate; points of an estate follow each other {@code apart} days apart
     * @param margins how much worse is acceptable, by measure
     * @param effect on the correct rate, in points
     * @param decided when it was extended, or guides stay away; {@code more} days, where it was extended
     */
    public record PlannedTrial(
            String title,
            String purpose,
            String by,
            LocalDate planned,
            LocalDate started,
            Map<String, LocalDate> starts,
            int apart,
            int before,
            int after,
            int putBackAt,
            Map<String, Double> margins,
            double effect,
            LocalDate decided,
            int more,
            String reason) {}

    /**
     * What rounds found of one category.
     *
     * @param open of these, what is not over yet
     * @param places over how many records it is spread
     * @param late of what is over, what came after its limit; {@code reworked}, what was not passed at once
     */
    public record FoundThere(int found, int open, int places, int late, int reworked) {}

    /**
     * Plans for single roads (一路一方案).
     *
     * @param done that are over
     * @param underway by the step that is next when the demonstration opens
     */
    public record Plans(int done, Map<String, Integer> underway) {
        /** All of them. */
        public int all() {
            return done + underway.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Shops that stood out over the pavement.
     *
     * @param known cases found by inspectors that are about a shop of the register
     * @param twice shops with two such cases within the half year before the opening
     * @param oftener shops with more
     */
    public record Shopfronts(int known, int twice, int oftener) {}

    /**
     * Work safety.
     *
     * @param grades units in the register by the grade of their risk
     * @param inspected of them those that were inspected within the year
     * @param hazards found on rounds, by category; those of campaigns apart
     * @param extended of the hazards put right those that were given more time; {@code late}, those that came after their limit; {@code reworked}, those that
     *     were not passed at the first re-inspection
     */
    public record Safety(
            Map<String, Integer> grades,
            int inspected,
            Map<String, Hazards> hazards,
            int extended,
            int late,
            int reworked,
            List<Campaign> campaigns) {

        /** How many units the register holds. */
        public int units() {
            return grades.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Everything that was found, in campaigns too. */
        public int found() {
            return hazards.values().stream().mapToInt(Hazards::found).sum()
                    + campaigns.stream()
                            .flatMap(campaign -> campaign.hazards().values().stream())
                            .mapToInt(Hazards::found)
                            .sum();
        }

        /** Of these, what is still open when the demonstration opens. */
        public int open() {
            return hazards.values().stream().mapToInt(Hazards::open).sum()
                    + campaigns.stream()
                            .flatMap(campaign -> campaign.hazards().values().stream())
                            .mapToInt(Hazards::open)
                            .sum();
        }
    }

    /** Hazards of one category: how many were found, and how many of them are not put right yet. */
    public record Hazards(int found, int open) {}

    /**
     * A special campaign.
     *
     * @param round that it walks, such as {@code safety/lodging}
     * @param units how many it goes to
     */
    public record Campaign(
            String name, String round, LocalDate from, LocalDate to, int units, Map<String, Hazards> hazards) {}

    /**
     * What clusters, and what was done about it.
     *
     * @param since the first night that is analysed; then one a week, and each of the last seven
     */
    public record Prevention(LocalDate since, List<Gathering> gatherings, List<PlannedTask> tasks) {}

    /**
     * Matters that come in at one place rather than anywhere. How many there are stays as it is; where they happen does not.
     *
     * @param place the beginning of a place's words, such as an estate or a crossing
     * @param metres around it
     * @param share per cent of the category's matters within the days that are drawn there
     */
    public record Gathering(
            String name,
            List<String> categories,
            String place,
            double metres,
            LocalDate from,
            LocalDate to,
            int share) {}

    /**
     * A prevention task of the year.
     *
     * @param gathering what it is about, by name
     * @param proposer sign-in name, as {@code owner}
     * @param reported when the unit says that it is done
     * @param note what it says then
     */
    public record PlannedTask(
            String gathering,
            String proposer,
            String owner,
            LocalDate proposed,
            LocalDate begun,
            LocalDate reported,
            LocalDate evaluated,
            String hypothesis,
            String measure,
            String note) {}

    /** @param share per cent of the days in the span that have it */
    public record Sky(String tag, LocalDate from, LocalDate to, int share) {}

    /**
     * Days unlike others.
     *
     * @param cases factor on an ordinary day's cases, by channel
     * @param categories factor on a category's likelihood, by code
     */
    public record SpecialDays(
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable String tag,
            @Nullable Map<Channel, Double> cases,
            @Nullable Map<String, Double> categories) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * One channel's year.
     *
     * @param months twelve weights
     * @param weekdays seven weights, Monday first
     * @param holiday weight of a public holiday against an ordinary Sunday
     * @param hours twenty-four weights
     * @param outcomes exact counts
     * @param answered how many reports come with answers to the questions of their category; exact
     */
    public record ChannelPlan(
            int cases,
            List<Double> months,
            List<Double> weekdays,
            double holiday,
            List<Double> hours,
            Map<String, Double> categories,
            Map<Outcome, Integer> outcomes,
            @Nullable Integer answered,
            @Nullable Contact contact,
            @Nullable Map<Mood, Double> visits,
            @Nullable Map<Mood, Double> ratings) {}

    /** First contact: how many needed several tries, how many came too late. */
    public record Contact(int tries, int late) {}

    /** What a reporter says of the result. */
    public enum Mood {
        SATISFIED,
        BASIC,
        DISSATISFIED,
        UNREACHED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Mood of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Part of the living queue.
     *
     * @param channels weights
     */
    public record OpenCases(Stage state, @Nullable Course course, int cases, Map<Channel, Double> channels) {}

    /** How an open case stands apart from its stage. */
    public enum Course {
        ON_TIME,
        SOON,
        LATE,
        SUSPENDED,
        EXTENSION_ASKED,
        REWORKED,
        ASSISTED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        public static Course of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    Map<String, List<Double>> usualOn(String round) {
        return rounds == null || rounds.usual() == null
                ? Map.of()
                : rounds.usual().getOrDefault(round, Map.of());
    }

    public Instant opening() {
        return now.atZone(WorkCalendar.ZONE).toInstant();
    }

    public LocalDate lastDay() {
        return now.toLocalDate();
    }

    /** How many cases come in during the year, parts of split cases left out. */
    public int cases() {
        return channels.values().stream().mapToInt(ChannelPlan::cases).sum();
    }

    public int openCases() {
        return open.stream().mapToInt(OpenCases::cases).sum();
    }

    /**
     * A file that went from stage to stage, such as the approval file of a scenario.
     *
     * @param kind of which, as package and name: {@code approval/scenario}
     * @param about the package that it is about
     * @param by whoever opened it, by login
     * @param given what was written at first, by field
     */
    public record PlannedFile(
            String kind,
            @Nullable String about,
            String by,
            LocalDate opened,
            Map<String, String> given,
            List<FileDeed> deeds) {}

    /**
     * One thing that somebody did with it: exactly one of paper, verdict, step and rewrite.
     *
     * @param paper kind of a paper that was put in; {@code says} is what stands in it
     * @param verdict of a unit, with {@code note} and {@code conditions}
     * @param step that was taken, with {@code note} and {@code answers}
     * @param rewrite fields that were written anew
     */
    public record FileDeed(
            LocalDate on,
            String by,
            @Nullable String paper,
            @Nullable String says,
            @Nullable String verdict,
            @Nullable String step,
            @Nullable Map<String, String> rewrite,
            @Nullable String note,
            @Nullable String conditions,
            @Nullable Map<String, String> answers) {}
}
