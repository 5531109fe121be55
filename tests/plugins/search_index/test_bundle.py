"""What a bundle puts beside its shard."""

from concurrent.futures import ThreadPoolExecutor

from pelican.plugins.search_index.bundle import _keep_shared


def test_shards_made_at_the_same_time_may_all_bring_a_shared_file(tmp_path):
    """With one place aside for all of them, one would rename what another still writes."""

    def bring(shard):
        fresh = tmp_path / f"{shard}.new"
        fresh.mkdir()
        for number in range(200):
            name = f"{number}.js"
            _keep_shared(tmp_path / name, fresh / name, b"export {}" * 1000)
        return len(list(fresh.iterdir()))

    with ThreadPoolExecutor(4) as shards:
        assert [0] * 4 == list(shards.map(bring, range(4)))
    assert {b"export {}" * 1000} == {path.read_bytes() for path in tmp_path.glob("*.js")}
