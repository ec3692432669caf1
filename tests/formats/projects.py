"""A small REFI-QDA project as other programs write it: braced GUIDs, upper case, missing names, texts beside the XML and in it."""

from argmap.exchange.unpacking import packed

TEXT = "The council met.\r\n«Rents 🏠 must be capped», said Berg.\r\nThe guild said: nobody would build."


def guid(number: int) -> str:
    return f"{{0000{number:04X}-ABCD-4000-8000-00000000000A}}"


def place(words: str) -> str:
    start = TEXT.index(words)
    return f'startPosition="{start}" endPosition="{start + len(words)}"'


QDE = f"""\ufeff<?xml version="1.0" encoding="utf-8"?>
<Project name="Rents" origin="Another program" creatingUserGUID="{guid(1)}" xmlns="urn:QDA-XML:project:1.0">
 <Users><User guid="{guid(1)}" name="Anna"/><User guid="{guid(2)}" id="b"/></Users>
 <CodeBook><Codes>
  <Code guid="{guid(10)}" name="Housing" isCodable="false">
   <Code guid="{guid(11)}" name="Rents should be capped." isCodable="true" color="#FF0000">
    <Description>Any cap, also a partial one.</Description>
    <NoteRef targetGUID="{guid(71)}"/>
    <Code guid="{guid(12)}" name="Pro" isCodable="true"/>
    <Code guid="{guid(13)}" name="Con" isCodable="true"/>
   </Code>
   <Code guid="{guid(14)}" name="With a cap nobody builds." isCodable="true"/>
  </Code>
  <Code guid="{guid(15)}" name="Who should build?" isCodable="false">
   <Code guid="{guid(16)}" name="The city should build." isCodable="true"/>
  </Code>
 </Codes></CodeBook>
 <Variables><Variable guid="{guid(20)}" name="kind" typeOfVariable="Text"/>
  <Variable guid="{guid(21)}" name="age" typeOfVariable="Integer"/></Variables>
 <Cases>
  <Case guid="{guid(30)}" name="Olga Berg">
   <VariableValue><VariableRef targetGUID="{guid(21)}"/><IntegerValue>52</IntegerValue></VariableValue>
   <SelectionRef targetGUID="{guid(50)}"/></Case>
  <Case guid="{guid(31)}" name="Builders' Guild"><Description>Of the whole region.</Description>
   <VariableValue><VariableRef targetGUID="{guid(20)}"/><TextValue>organization</TextValue></VariableValue>
   <SelectionRef targetGUID="{guid(51)}"/></Case>
  <Case guid="{guid(32)}"><SourceRef targetGUID="{guid(41)}"/></Case>
 </Cases>
 <Sources>
  <TextSource guid="{guid(40)}" name="A hearing" plainTextPath="internal://HEARING.txt">
   <PlainTextSelection guid="{guid(50)}" {place("Rents 🏠 must be capped")}>
    <Coding guid="{guid(60)}" creatingUser="{guid(1)}"><CodeRef targetGUID="{guid(12)}"/><NoteRef targetGUID="{guid(72)}"/></Coding>
   </PlainTextSelection>
   <PlainTextSelection guid="{guid(51)}" name="guild" {place("nobody would build")}>
    <Coding guid="{guid(61)}" creatingUser="{guid(1)}"><CodeRef targetGUID="{guid(13)}"/></Coding>
    <Coding guid="{guid(62)}" creatingUser="{guid(2)}"><CodeRef targetGUID="{guid(14)}"/></Coding>
    <Coding guid="{guid(63)}" creatingUser="{guid(2)}"><CodeRef targetGUID="{guid(99)}"/></Coding>
   </PlainTextSelection>
   <PlainTextSelection guid="{guid(52)}" {place("The council met.")}>
    <Description>At the beginning.</Description>
    <Coding guid="{guid(64)}" creatingUser="{guid(2)}"><CodeRef targetGUID="{guid(16)}"/></Coding>
   </PlainTextSelection>
   <PlainTextSelection guid="{guid(56)}" {place("Rents")}><Description>Of flats only?</Description></PlainTextSelection>
   <NoteRef targetGUID="{guid(73)}"/>
  </TextSource>
  <TextSource guid="{guid(41)}" name="A letter"><PlainTextContent>The city should build, and cap rents.</PlainTextContent>
   <PlainTextSelection guid="{guid(53)}" startPosition="0" endPosition="21">
    <Coding guid="{guid(65)}"><CodeRef targetGUID="{guid(16)}"/></Coding></PlainTextSelection>
   <PlainTextSelection guid="{guid(54)}" startPosition="900" endPosition="921">
    <Coding guid="{guid(66)}"><CodeRef targetGUID="{guid(12)}"/></Coding></PlainTextSelection>
  </TextSource>
  <PDFSource guid="{guid(42)}" name="A report" path="internal://report.pdf">
   <PDFSelection guid="{guid(55)}" page="1" firstX="0" firstY="0" secondX="9" secondY="9">
    <Coding guid="{guid(67)}"><CodeRef targetGUID="{guid(14)}"/></Coding></PDFSelection>
  </PDFSource>
  <TextSource guid="{guid(43)}" name="Not coded"><Description>Read it.</Description></TextSource>
 </Sources>
 <Notes>
  <Note guid="{guid(71)}" name="memo"><PlainTextContent>See the law of 2020.</PlainTextContent></Note>
  <Note guid="{guid(72)}" name="memo" plainTextPath="internal://note.txt"/>
  <Note guid="{guid(73)}" name="memo"><PlainTextContent>A short one.</PlainTextContent></Note>
  <Note guid="{guid(74)}" name="To do"><PlainTextContent>Ask the guild.</PlainTextContent></Note>
 </Notes>
 <Links>
  <Link guid="{guid(80)}" name="contradicts" direction="Associative" originGUID="{guid(14)}" targetGUID="{guid(11)}"/>
  <Link guid="{guid(81)}" name="supports" direction="OneWay" originGUID="{guid(16)}" targetGUID="{guid(12)}"/>
  <Link guid="{guid(82)}" name="undercuts" direction="OneWay" originGUID="{guid(14)}" targetGUID="{guid(81)}"/>
  <Link guid="{guid(83)}" name="is part of" direction="OneWay" originGUID="{guid(14)}" targetGUID="{guid(11)}"/>
  <Link guid="{guid(84)}" name="supports" originGUID="{guid(14)}" targetGUID="{guid(99)}"/>
 </Links>
 <Sets><Set guid="{guid(90)}" name="key codes"><MemberCode targetGUID="{guid(11)}"/></Set>
  <Set guid="{guid(91)}" name="spoken"><Description>Not read out.</Description><MemberSource targetGUID="{guid(40)}"/></Set></Sets>
 <Graphs><Graph guid="{guid(95)}" name="net"/></Graphs>
 <Description>Who wants what for rents.</Description>
</Project>
"""
QDC = f"""<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another program"><Codes>
 <Code guid="{guid(1)}" name="Should rents be capped?" isCodable="false"><Description>question (choice)</Description>
  <Code guid="{guid(2)}" name="Yes, all of them." isCodable="true"><Description>Old ones too.</Description></Code>
  <Code guid="{guid(3)}" name="No." isCodable="true"/></Code>
 <Code guid="{guid(4)}" isCodable="true"/>
</Codes><Sets><Set guid="{guid(5)}" name="key codes"><MemberCode targetGUID="{guid(2)}"/></Set></Sets></CodeBook>
"""


def project(qde: str = QDE) -> bytes:
    files = {"project.qde": qde.encode(), "Sources/hearing.TXT": TEXT.encode(), "Sources/note.txt": b"Said twice."}
    return packed(files)
