/// What a letter of a Russian text costs behind another: how seldom it stands there, in quarters of a natural logarithm, as a digit or
/// letter from 0 to z. `scripts/letter-pairs` prints the table.
///
/// The last row and column are the edges of words; `ё` counts as `е`.
enum LetterPairs {
    static let letters = 32
    /// The number of what is no letter.
    static let edge = letters

    private static let costs: StaticString = """
        zgcgfchbpiedd9zeed8nxhhfjlzzzzgf7\
        czzzzazpezi8ze7zanzdzjozz9l9zzzae\
        6zszu8wkazefph7khfifzjzzkzzctzzj8\
        azzzdpzz9zzbzm3z8zzdzzzrzzzzzzzze\
        7zgoj7hz7zeicc9kfgdgzsrzpzzhrzzjd\
        tiefbjmknegae7oj9c9xpjlihizzzzxq7\
        cpxx65xx9xdnx7gxxxxgxxxxxxxxxxxxp\
        4fanbmzzezifdabzbzzhzznzzzkenzzkc\
        jlfkhamffebdcakvca8zshgfjpzzzzkc8\
        zzzzirzzzzzcrkzzz8bzzzzjzzzzzzzz1\
        6zozzetm8zjazr6zckabzznzzzzzzzzza\
        8qzsz8lz8zfizd7zzkzhzzzpzzzf7zcbc\
        auuzz6zz7zshig8mzjzczzzzzzzgpzzk6\
        7zvth9zz5zgyzb8zzjggkznmzzzajzwec\
        zb8cafgfkedbbdlgbbcznmxhkozzzvym9\
        dzzzz9zzdzlczn5f4zmbzzzzzzzkwzzni\
        6pktn7fx9zmmfi6vzlkaxtzxizzepzsee\
        dpfxoczzezadieachb5innjkxzzehztaf\
        bzbzo9zyazirrf9pacwejzznzzzf7zzm7\
        rhgfdeejzncgedzadaczzkp7dkzzzzdz7\
        7uuuu9uu7uuumu3ueuuiuuuuuuuuuuuum\
        nxgxxpxxfxxxga5nhgxpxxxxxxxxxxxx3\
        9woww5ww4wwwwwbkwowfwwwwwwwcwwwwa\
        5zzzz5zz6zklzbrzzzchzzzzszzzhzzzl\
        7xxxf4xx8x8exgcxxxxkxxxxxxxxmxxxe\
        7vvvv3vv6vvvvkvvvvvevvvvvvvvevvvv\
        kkkkk8kkkkkkkkkkkkkkkkkkkkkkkkk2k\
        zcbso9zqz8g9crzhlfczzazikzzzzzzq5\
        zpzzzkzcgzeztazzzbmzzzzzgzzzzzjm1\
        qqqqqqqqqq78qqqqqq3qqqqqqqqqqqqq8\
        xcxxdcxxxxjxxhxxix5xxxx8x8xxxxxx5\
        zjdzcctattrlejzzzi9zziepttzzzzgp2\
        ggcgcimcdzcgeaa7b9ecjnnfjtzzzjrp0
        """

    /// The cost of the letter with the one number behind the letter with the other.
    static func cost(_ before: Int, _ behind: Int) -> Int {
        let digit = Int(costs.utf8Start[before * (letters + 1) + behind])
        return digit <= 0x39 ? digit - 0x30 : digit - 0x57
    }

    /// The number of a Russian letter from 0, small or capital; `edge` for anything else.
    static func number(_ v: UInt32) -> Int {
        switch v {
        case 0x410...0x42F: Int(v - 0x410)
        case 0x430...0x44F: Int(v - 0x430)
        case 0x401, 0x451: 5
        default: edge
        }
    }
}
