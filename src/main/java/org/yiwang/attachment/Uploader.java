package org.yiwang.attachment;

import org.yiwang.organisation.Staff;

/**
 * Who uploaded something.
 *
 * @param id the member of staff; a dash for residents, who have no account: they know their upload by its id alone
 */
public record Uploader(String kind, String id) {
    public static final Uploader RESIDENT = new Uploader("resident", "-");

    public static Uploader of(Staff staff) {
        return new Uploader("staff", staff.id().toString());
    }
}
