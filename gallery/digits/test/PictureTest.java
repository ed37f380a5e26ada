package org.zarf.gallery.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The committed picture shows what it says, each thing on its side. */
class PictureTest {

  @Test
  void publicIsOnlyWhatTheReceiptTells() throws Exception {
    String svg = Files.readString(Runs.FOLDER.resolve("sample.svg"));
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    String open = null;
    String secret = null;
    var groups = picture.getElementsByTagName("g");
    for (int i = 0; i < groups.getLength(); i++) {
      var group = (Element) groups.item(i);
      if (group.getAttribute("id").equals("public")) {
        open = group.getTextContent();
        assertThat(group.getElementsByTagName("rect").getLength()).as("pixels and bars").isZero();
      } else {
        secret = group.getTextContent();
      }
    }
    assertThat(secret).contains("Private");
    String id = Runs.PROGRAM.id().toString();
    assertThat(open).contains(id.substring(0, 32), id.substring(32));
    assertThat(HexFormat.isHexDigit(id.charAt(0))).isTrue();
  }
}
