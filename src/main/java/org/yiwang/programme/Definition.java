package org.yiwang.programme;

import java.util.Map;
import org.yiwang.programme.model.Kind;
import org.yiwang.scenario.form.Form;

/**
 * A kind of programme with what it asks.
 *
 * @param form what is written before it is handed in
 * @param titled the field of the form that names each programme
 * @param steps what steps ask, by their ids; steps that ask nothing are left out
 */
public record Definition(Kind kind, Form form, String titled, Map<String, Form> steps) {
    public Form asked(String step) {
        return steps.getOrDefault(step, Form.empty());
    }
}
