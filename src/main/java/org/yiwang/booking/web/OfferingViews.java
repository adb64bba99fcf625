package org.yiwang.booking.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yiwang.booking.FindSlots.Free;
import org.yiwang.booking.model.CollectionRule;
import org.yiwang.booking.model.CollectionRule.Vehicle;
import org.yiwang.booking.model.Goods;
import org.yiwang.booking.model.Offering;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.scenario.Words;

/** Offerings and their slots as the screens show them. */
final class OfferingViews {
    private OfferingViews() {}

    @SchemaName("BookingNamed")
    record NamedView(String id, String zh, String en) {
        static NamedView of(CollectionRule.Named named) {
            return new NamedView(named.id(), named.name().zh(), named.name().en());
        }

        static List<NamedView> of(List<CollectionRule.Named> named) {
            return named.stream().map(NamedView::of).toList();
        }
    }

    /** @param most how many one booking may hold */
    @SchemaName("BookingGoods")
    record GoodsView(String id, String zh, String en, Goods.Measure measure, int litres, int kilograms, int most) {
        static GoodsView of(Goods goods) {
            Words name = goods.name();
            return new GoodsView(
                    goods.id(), name.zh(), name.en(), goods.measure(), goods.litres(), goods.kilograms(), goods.most());
        }
    }

    /** @param cancelHours how long before the window a booking may still be changed or cancelled */
    @SchemaName("BookingOffering")
    record OfferingView(
            String pack,
            String name,
            String zh,
            String en,
            UnitId unit,
            int cancelHours,
            int each,
            List<GoodsView> goods) {
        static OfferingView of(Offering offering) {
            return new OfferingView(
                    offering.key().pack(),
                    offering.key().name(),
                    offering.title().zh(),
                    offering.title().en(),
                    offering.unit(),
                    offering.slots().cancelHours(),
                    offering.slots().each(),
                    offering.collection().goods().stream().map(GoodsView::of).toList());
        }
    }

    @SchemaName("BookingOfferings")
    record OfferingList(List<OfferingView> items) {}

    @SchemaName("TripCrew")
    record CrewView(UUID id, String name, String nameEn) {
        static CrewView of(Staff staff) {
            return new CrewView(staff.id(), staff.name(), staff.nameEn());
        }
    }

    /** What those who pick up need to know beside. */
    @SchemaName("CollectionOffering")
    record CollectionView(
            OfferingView offering,
            List<NamedView> materials,
            List<NamedView> reasons,
            List<NamedView> stations,
            List<NamedView> sites,
            List<Vehicle> vehicles,
            double lon,
            double lat,
            List<CrewView> crews) {
        static CollectionView of(Offering offering, List<Staff> crews) {
            CollectionRule rule = offering.collection();
            return new CollectionView(
                    OfferingView.of(offering),
                    NamedView.of(rule.materials()),
                    NamedView.of(rule.reasons()),
                    NamedView.of(rule.stations()),
                    NamedView.of(rule.sites()),
                    rule.vehicles(),
                    rule.start().lon(),
                    rule.start().lat(),
                    crews.stream().map(CrewView::of).toList());
        }
    }

    @SchemaName("CollectionOfferings")
    record CollectionList(List<CollectionView> items) {}

    @SchemaName("BookingSlot")
    record SlotView(LocalDate day, String begins, String ends, int capacity, int free) {
        static SlotView of(Free free) {
            return new SlotView(
                    free.slot().day(),
                    free.slot().begins().toString(),
                    free.slot().ends().toString(),
                    free.capacity(),
                    free.free());
        }
    }

    @SchemaName("BookingSlots")
    record SlotList(List<SlotView> items) {}
}
