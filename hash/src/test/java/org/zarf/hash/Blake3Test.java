package org.zarf.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * The inputs (byte i is i mod 251), key and lengths of the published test vectors. Each line holds
 * the length, the first 40 bytes of the hash, and bytes 40 to 71 of the keyed hash.
 */
class Blake3Test {

  private static final String KEY = "whats the Elvish word for friend";

  private static final String[] VECTORS = {
    "0 af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262e00f03e7b69af26b 822c701f107153dba24918c4bae4d2945c20ece13387627d3b73cbf97b797d5e",
    "1 2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213c3a6cb8bf623e20c 06fbd428eb3fd14e7756d90f73a4725fad147f7bf70fd61c4e0cf7074885e92b",
    "3 e1be4d7a8ab5560aa4199eea339849ba8e293d55ca0a81006726d184519e647f5b49b82f805a538c 61efdbb28d18afc64d8f72160c958e53a950cdecf91c1a1bbab1a9c0f01def76",
    "4 f30f5ab28fe047904037f77b6da4fea1e27241c5d132638d8bedce9d40494f328f603ba4564453e0 97ab38d813fd46506089118147d83393019b068a55d646251ecf81105f798d76",
    "63 e9bc37a594daad83be9470df7f7b3798297c3d834ce80ba85d6e207627b7db7b1197012b1e7d9af4 d514f654f080e51ac50fd617d22610d91780fe6b07a26b0847abb38291058c97",
    "64 4eed7141ea4a5cd4b788606bd23f46e212af9cacebacdc7d1f4c6dc7f2511b98fc9cc56cb831ffe3 62615bbac552a1ca909e67c83e2fd5478cf46b9e811efccc93f77a21b17a152e",
    "65 de1e5fa0be70df6d2be8fffd0e99ceaa8eb6e8c93a63f2d8d1c30ecb6b263dee0e16e0a4749d6811 d3d4bfb43abad1e5d19211152722ec1f20fef2cd413e3c22f2fc5da3d7304127",
    "127 d81293fda863f008c09e92fc382a81f5a0b4a1251cba1634016a0f86a6bd640de3137d477156d1fd f78d6f65f3427ec97d9c0adb0d6dacd4471374b621b7b5f35cd54663c64dbe0b",
    "128 f17e570564b26578c33bb7f44643f539624b05df1a76c81f30acd548c44b45efa69faba091427f9c 47e6077b735016fca8119da11348d93ca302bbd125bde0db2b50edbe728a620b",
    "1023 10108970eeda3eb932baac1428c7a2163b0e924c9a9e25b35bba72b28f70bd11a182d27a591b0559 5b0a5b2180f94fb1a158ef508c3cde45e2966bd796a696d3e13efd86259d7563",
    "1024 42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af71cf8107265ecdaf8 f49c864acb7adafe2478e824afe51c8919d06168414c265f298a8094b1ad813a",
    "1025 d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444f4c4a22b4b399155 34a552970843722066c3c15902ae5097e00ff53f1e116f1cd5352720113a837a",
    "2048 e776b6028c7cd22a4d0ba182a8bf62205d2ef576467e838ed6f2529b85fba24a9a60bf80001410ec 194b23ece278c330fbb8585485e74967f31352a8183aa782b2b22f26cdcadb61",
    "2049 5f4d72f40d7a5f82b15ca2b2e44b1de3c2ef86c426c95c1af0b687952256303096de31d71d741034 0b418971f2b39c64ca621e8eb37fceac57fd0c8fc8e117d43b81447be22d5d81",
    "3072 b98cb0ff3623be03326b373de6b9095218513e64f1ee2edd2525c7ad1e5cffd29a3f6b0b978d6608 cc507c463671217975e81dab02b8fdeb0d7ccc7568dd22574c783a76be215441",
    "3073 7124b49501012f81cc7f11ca069ec9226cecb8a2c850cfe644e327d22d3e1cd39a27ae3b79d68d89 3478865be9a092250839a697bbda74e279e8a9e69f0025e4cfddd6cfb434b1cd",
    "4096 015094013f57a5277b59d8475c0501042c0b642e531b0a1c8f58d2163229e9690289e9409ddb1b99 1e4b4aaf3b060092a6b838bea44afebd2deb8298fa562b7b597c757b9df4c911",
    "5121 628bd2cb2004694adaab7bbd778a25df25c47b9d4155a55f8fbd79f2fe154cff96adaab0613a6146 1490e5e04f13eb617aea16a8c8a5aaed1ef6fbde1b0515e3c81050b361af6ead",
    "8193 bab6c09cb8ce8cf459261398d2e7aef35700bf488116ceb94a36d0f5f1b7bc3bb2282aa69be08935 f045c2fa8290934b0866b615f585149587dda2299039965328835a2b18f1d63b",
    "31744 62b6960e1a44bcc1eb1a611a8d6235b6b4b78f32e7abc4fb4c6cdcce94895c47860cc51f2b0c28a7 7a3ecfce46144114b15c2fcb68a618a976bd74515d47be08b628be420b5e830f",
    "102400 bc3e3d41a1146b069abffad3c0d44860cf664390afce4d9661f7902e7943e085e01c59dab908c04c a3ba241bb18760f207710b751846faaeb9dff8262710999a59b2aa1aca298a03",
  };

  @Test
  void agreesWithPublishedVectors() {
    byte[] key = KEY.getBytes(StandardCharsets.US_ASCII);
    int[] words = new int[8];
    Digest.of(key).write(words, 0);
    for (String vector : VECTORS) {
      String[] parts = vector.split(" ");
      byte[] message = new byte[Integer.parseInt(parts[0])];
      for (int i = 0; i < message.length; i++) {
        message[i] = (byte) (i % 251);
      }
      assertThat(hex(Blake3.plain().hash(message, 40))).as(parts[0]).isEqualTo(parts[1]);
      byte[] keyed = Blake3.keyed(words).hash(message, 72);
      assertThat(hex(Arrays.copyOfRange(keyed, 40, 72))).as(parts[0]).isEqualTo(parts[2]);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
