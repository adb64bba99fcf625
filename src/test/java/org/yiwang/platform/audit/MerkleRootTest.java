package org.yiwang.platform.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yiwang.platform.Sm3;

class MerkleRootTest {
    @Test
    void three_leaves_make_the_tree_of_rfc_9162() {
        Hash pair = node(leaf(1), leaf(2));
        assertThat(root(1, 2, 3)).isEqualTo(node(pair, leaf(3)));
    }

    @Test
    void seven_leaves_make_the_tree_of_rfc_9162() {
        Hash four = node(node(leaf(1), leaf(2)), node(leaf(3), leaf(4)));
        Hash three = node(node(leaf(5), leaf(6)), leaf(7));
        assertThat(root(1, 2, 3, 4, 5, 6, 7)).isEqualTo(node(four, three));
    }

    @Test
    void the_order_of_leaves_matters() {
        assertThat(root(1, 2, 3)).isNotEqualTo(root(1, 3, 2));
    }

    private static Hash root(int... leaves) {
        MerkleRoot tree = new MerkleRoot();
        for (int leaf : leaves) tree.add(Integer.toString(leaf));
        return tree.root();
    }

    private static Hash leaf(int value) {
        return Hash.of(Sm3.hash(new byte[] {0}, Integer.toString(value).getBytes(US_ASCII)));
    }

    private static Hash node(Hash left, Hash right) {
        return Hash.of(Sm3.hash(new byte[] {1}, left.bytes(), right.bytes()));
    }
}
