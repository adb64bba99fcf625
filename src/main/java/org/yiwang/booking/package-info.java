/**
 * What is booked (预约): offerings with their slots as packages define them, bookings that never go over a slot's capacity, and the collection trips (收运车次) that
 * work the bookings of construction and bulky waste off. Owns slots, bookings and trips; a complaint about one becomes a case of casework.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "territory",
            "worktime",
            "organisation",
            "scenario",
            "scenario::form",
            "attachment",
            "notification",
            "casework",
            "casework::model"
        })
@NullMarked
package org.yiwang.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
