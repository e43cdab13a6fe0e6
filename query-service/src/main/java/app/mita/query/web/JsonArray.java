package app.mita.query.web;

import java.util.List;

/** An array of JSON values that are there as bytes already. */
public final class JsonArray {

    private JsonArray() {}

    /** @param elements one whole JSON value each */
    public static byte[] of(List<byte[]> elements) {
        int length = 1 + elements.size();
        for (var element : elements) {
            length += element.length;
        }
        var array = new byte[Math.max(length, 2)];
        array[0] = '[';
        int at = 1;
        for (var element : elements) {
            if (at > 1) {
                array[at++] = ',';
            }
            System.arraycopy(element, 0, array, at, element.length);
            at += element.length;
        }
        array[at] = ']';
        return array;
    }
}
